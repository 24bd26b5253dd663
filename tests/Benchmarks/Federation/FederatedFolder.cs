using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Benchmarks.Node;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;
using PostMoney.Core.Posts;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Federation;

/// <summary>The folder of a node that is on the fediverse as n.test, where Amina is signed in and has an actor.</summary>
internal sealed class FederatedFolder
{
    internal const string Host = "n.test";

    internal const string Origin = "https://" + Host;

    private FederatedFolder(string path, string token) => (Path, Token) = (path, token);

    internal string Path { get; }

    /// <summary>As a proxy passes them on, of a browser in which Amina is signed in.</summary>
    internal IReadOnlyList<(string Name, string Value)> Headers => [("Cookie", "__Host-s=" + Token), ("X-Forwarded-Proto", "https")];

    private string Token { get; }

    internal DatabaseFile File => new(System.IO.Path.Combine(Path, "node.db"));

    /// <summary>The id of Amina's actor here.</summary>
    internal string Amina => Text("SELECT id FROM actors WHERE handle = 'amina' AND local_id IS NOT NULL");

    /// <summary>Makes it.</summary>
    /// <param name="path">A folder that does not exist yet.</param>
    /// <param name="posts">How many public posts Amina has published.</param>
    internal static async Task<FederatedFolder> MakeAsync(string path, int posts)
    {
        Directory.CreateDirectory(path);
        string token;
        Guid amina;
        string did;
        await using (var town = await Town.FoundAsync(path, TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(10)))
        {
            token = await PrepareNode.SignInAsync(town, town.Amina);
            (amina, did) = (town.Amina.Id, town.Amina.Did);
        }

        var folder = new FederatedFolder(path, token);
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<Randomness, SystemRandomness>()
            .AddCore(folder.File, NodeKey.LoadOrCreate(System.IO.Path.Combine(path, "node.key"), new SystemRandomness()), Origin)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var node = scope.ServiceProvider;
        await node.GetRequiredService<LocalActors>().NodeAsync(default);
        await node.GetRequiredService<LocalActors>().MemberAsync("amina", default);
        var viewer = await node.GetRequiredService<Viewers>().OfAsync(amina, did, default);
        for (var number = 0; number < posts; number++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"No. {number}: who has a ladder for Saturday? It has to reach the gutter of the old school, and I bring it back on Sunday.");
            (await node.GetRequiredService<PublishPost>().ExecuteAsync(viewer, new PostForm(text, PostVisibility.Public), default)).Granted();
            node.GetRequiredService<PostMoneyDb>().ChangeTracker.Clear();
        }

        return folder;
    }

    /// <summary>Somebody elsewhere, whom Amina follows or who follows her.</summary>
    /// <param name="number">Which; each number is another person.</param>
    internal static string IdOf(int number) => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddYears(55).AddMilliseconds(number)).ToString("D");

    /// <summary>Runs SQL in one transaction.</summary>
    internal void Write(Action<SqliteConnection> act)
    {
        using var connection = File.Open();
        Run(connection, "PRAGMA query_only = OFF; PRAGMA cache_size = -200000; BEGIN IMMEDIATE");
        act(connection);
        Run(connection, "COMMIT; PRAGMA cache_size = -2048; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA query_only = ON");
    }

    internal long Count(string sql)
    {
        using var connection = File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    internal static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    internal static void AddActor(SqliteConnection connection, string id, string origin, string name, string inbox, string keys) => Run(
        connection,
        """
        INSERT INTO actors (id, uri, host, kind, handle, name, summary, page, inbox, outbox, followers, also_known_as, keys, state, fetched_at, created_at)
        VALUES ($id, $uri, $host, 'person', $name, $name, '', $uri, $inbox, $uri || '/outbox', $uri || '/followers', '', $keys, 'active', $now, $now)
        """,
        ("$id", id), ("$uri", $"{origin}/u/{name}"), ("$host", origin["https://".Length..]), ("$name", name), ("$inbox", inbox), ("$keys", keys),
        ("$now", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));

    internal static void AddFollow(SqliteConnection connection, string follower, string followed) => Run(
        connection,
        "INSERT INTO follows (id, follower_id, followed_id, activity_uri, state, at) VALUES ($id, $follower, $followed, $id, 'accepted', 0)",
        ("$id", Guid.CreateVersion7().ToString("D")), ("$follower", follower), ("$followed", followed));

    private string Text(string sql)
    {
        using var connection = File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }
}
