using Microsoft.Data.Sqlite;
using PostMoney.Core.Storage;

namespace PostMoney.Benchmarks.Node;

/// <summary>Multiplies the items of a node: rows with ids and times of their own, found by search as their originals are.</summary>
/// <remarks>
/// A copy has its original's signed bytes, which name the original. Timelines and search never read them, and nothing else
/// is measured of copies.
/// </remarks>
internal static class CopyItems
{
    private const string Copy =
        """
        INSERT INTO items SELECT $copy, kind, author_id, issuer, category, topic, version, state, title, summary, window_from,
            window_to, sections, visibility, group_id, discoverable, sealed_names, $at, $at, ended_at, priority, asked_offer_id, units
            FROM items WHERE id = $original;
        INSERT INTO item_versions SELECT $copy, version, record, digest, $at FROM item_versions WHERE item_id = $original;
        INSERT INTO relations SELECT $copy, subject_id, name, object_type, $copy, from_at, to_at, granted_by, created_at
            FROM relations WHERE object_type = 'item' AND object_id = $original;
        INSERT INTO search_entries (item_id, title, summary, words)
            SELECT $copy, title, summary, words FROM search_entries WHERE item_id = $original;
        """;

    /// <summary>Copies all items, in their order, some times over.</summary>
    /// <param name="file">Where.</param>
    /// <param name="times">How often; 0 changes nothing.</param>
    /// <param name="after">The copies are published after this moment, evenly.</param>
    /// <param name="until">And before this one.</param>
    internal static void Execute(DatabaseFile file, int times, DateTimeOffset after, DateTimeOffset until)
    {
        using var connection = file.Open();
        Run(connection, "PRAGMA query_only = OFF");
        var originals = Originals(connection);
        using (var transaction = connection.BeginTransaction())
        {
            using var command = connection.CreateCommand();
            command.CommandText = Copy;
            var copy = command.Parameters.Add("$copy", SqliteType.Text);
            var at = command.Parameters.Add("$at", SqliteType.Integer);
            var original = command.Parameters.Add("$original", SqliteType.Text);
            var step = (until - after) / ((originals.Count * times) + 1);
            var moment = after;
            for (var number = 0; number < originals.Count * times; number++)
            {
                moment += step;
                copy.Value = Guid.CreateVersion7(moment).ToString("D");
                at.Value = moment.ToUnixTimeMilliseconds();
                original.Value = originals[number % originals.Count];
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        Run(connection, "PRAGMA query_only = ON");
    }

    private static List<string> Originals(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM items ORDER BY id";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
