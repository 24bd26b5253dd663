using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace PostMoney.Core.Storage;

/// <summary>The numbered SQL files that make and grow the schema, each run once, in order.</summary>
/// <remarks><c>PRAGMA user_version</c> holds the number of the last file that was run.</remarks>
public static class SchemaFiles
{
    private const string Prefix = "PostMoney.Core.Storage.Schema.";

    /// <summary>Brings the file up to the newest schema. Running it again changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static void Apply(DatabaseFile file)
    {
        OwnerOnly.MakeFile(file.Path);
        OwnerOnly.TakeFile(file.Path);
        using var connection = file.Open();
        Execute(connection, "PRAGMA query_only = OFF");
        var done = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        var scripts = All();
        var newest = scripts[^1].Number;
        if (done > newest)
        {
            throw new InvalidOperationException(
                $"The database has schema {done} and this program knows {newest}: it was written by a newer version.");
        }

        foreach (var (number, sql) in scripts.Where(script => script.Number > done))
        {
            Execute(connection, $"BEGIN IMMEDIATE; {sql}\nPRAGMA user_version = {number}; COMMIT;");
        }

        Execute(connection, "PRAGMA query_only = ON");
    }

    private static List<(int Number, string Sql)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (Number(name), Read(assembly, name)))
            .OrderBy(script => script.Item1)];
    }

    private static int Number(string resource) => int.Parse(resource.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture);

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
