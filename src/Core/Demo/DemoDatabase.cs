using Microsoft.Data.Sqlite;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Demo;

/// <summary>Makes the database of a demo town beside its place and moves it there when it is whole, so that half a town is never served.</summary>
public static class DemoDatabase
{
    /// <summary>Makes it.</summary>
    /// <param name="path">Where the database is to be; there must be none yet.</param>
    /// <param name="nodeKey">The node's key.</param>
    /// <param name="now">The moment at which the town is to stand.</param>
    /// <param name="seed">What the town is made from; see <see cref="BuildDemoTown"/>.</param>
    /// <param name="say">Is told how far it is.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<DemoTown> CreateAsync(
        string path, NodeKey nodeKey, DateTimeOffset now, string seed, Action<DemoProgress> say, CancellationToken ct)
    {
        var building = $"{path}.building";
        Remove(building);
        var file = new DatabaseFile(building) { IsDraft = true };
        try
        {
            SchemaFiles.Apply(file);
            var town = await new BuildDemoTown(file, nodeKey, now, seed).ExecuteAsync(say, ct);
            LetGo(file);
            Settle(building);
            File.Move(building, path);
            return town;
        }
        finally
        {
            LetGo(file);
            Remove(building);
        }
    }

    // The last connection that is closed folds the write-ahead log into the file.
    private static void LetGo(DatabaseFile file)
    {
        using var connection = new SqliteConnection(file.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static void Settle(string building)
    {
        using var whole = new FileStream(building, FileMode.Open, FileAccess.ReadWrite);
        whole.Flush(flushToDisk: true);
    }

    private static void Remove(string building)
    {
        foreach (var name in new[] { building, $"{building}-wal", $"{building}-shm" })
        {
            File.Delete(name);
        }
    }
}
