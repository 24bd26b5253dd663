using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>What a database holds, as one digest for each table over all its rows, so that a test can say "nothing has changed" and where something has.</summary>
public static class DatabaseDigest
{
    // What the node does by the clock is written there, whoever knocks.
    private const string TablesSql =
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'jobs' ORDER BY name";

    /// <summary>Reads all of it.</summary>
    /// <returns>The digest of each table by its name, those of the jobs and the <paramref name="except"/> left out.</returns>
    public static async Task<SortedDictionary<string, string>> OfAsync(PostMoneyDb db, params string[] except)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in (await RowsAsync(connection, TablesSql)).Except(except, StringComparer.Ordinal))
        {
            var rows = await RowsAsync(connection, $"SELECT * FROM \"{table}\"");
            rows.Sort(StringComparer.Ordinal);
            var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
            digests[table] = string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows, {digest}");
        }

        return digests;
    }

    private static async Task<List<string>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(field => Written(reader.GetValue(field)))));
        }

        return rows;
    }

    private static string Written(object value) => value switch
    {
        DBNull => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
