using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PostMoney.Core;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Conventions.Tests;

/// <summary>What the numbered SQL files make is what the model in PostMoneyDb expects, and nothing else.</summary>
public sealed class TheSchema
{
    [Fact]
    public async Task Has_the_tables_columns_nullability_and_keys_of_the_model()
    {
        await using var town = Town.Empty();

        var made = Made(town.File.Open());
        var expected = await town.AskAsync((PostMoneyDb db) => Task.FromResult(Expected(db)));

        Assert.Equal(expected, made);
    }

    [Fact]
    public async Task Is_made_once_however_often_it_is_applied()
    {
        await using var town = Town.Empty();
        var before = Made(town.File.Open());

        Core.Storage.SchemaFiles.Apply(town.File);

        Assert.Equal(before, Made(town.File.Open()));
    }

    private static List<string> Expected(PostMoneyDb db) => [.. db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
        .SelectMany(table => table.Columns.Select(column => Line(
            table.Name, column.Name, column.StoreType, column.IsNullable, table.PrimaryKey!.Columns.ToList().IndexOf(column) + 1)))
        .Order(StringComparer.Ordinal)];

    private static List<string> Made(SqliteConnection connection)
    {
        using (connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                SELECT t.name, c.name, c.type, c."notnull", c.pk FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
                WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'search_index%'
                """;
            using var reader = command.ExecuteReader();
            var lines = new List<string>();
            while (reader.Read())
            {
                lines.Add(Line(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3) == 0, reader.GetInt32(4)));
            }

            lines.Sort(StringComparer.Ordinal);
            return lines;
        }
    }

    private static string Line(string table, string column, string type, bool isNullable, int keyPosition) => string.Create(
        CultureInfo.InvariantCulture, $"{table}.{column} {type}{(isNullable ? " null" : "")}{(keyPosition > 0 ? $" key {keyPosition}" : "")}");
}
