using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Access;
using PostMoney.Core.Demo;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;
using PostMoney.Fixtures;

namespace PostMoney.Core.Tests.Demo;

/// <summary>A demo town in a directory of its own, with a clock that stands at the moment for which it was made.</summary>
internal sealed class BuiltTown : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("postmoney-demo-").FullName;
    private ServiceProvider _services = null!;

    public DatabaseFile File { get; private set; } = null!;

    public DemoTown Told { get; private set; } = null!;

    public static async Task<BuiltTown> MakeAsync(string seed, DateTimeOffset now)
    {
        var town = new BuiltTown();
        var path = Path.Combine(town._directory, "node.db");
        var key = new NodeKey(new Fixtures.SeededRandomness("node key").Bytes(NodeKey.Size));
        town.Told = await DemoDatabase.CreateAsync(path, key, now, seed, _ => { }, default);
        town.File = new DatabaseFile(path);
        var clock = new StoppedClock();
        clock.WaitUntil(now);
        town._services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<Randomness>(new SystemRandomness())
            .AddCore(town.File, key)
            .BuildServiceProvider();
        return town;
    }

    public async Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Somebody signs in with the passphrase that everybody knows.</summary>
    public async Task<SignedIn> SignInAsync(string handle)
    {
        var token = (await AskAsync((SignIn signIn) => signIn.WithPassphraseAsync(handle, DemoTown.Passphrase, "a test", default))).Granted();
        return (await AskAsync((Sessions sessions) => sessions.FindAsync(token, default)))!;
    }

    public async Task<T> AsAsync<TUseCase, T>(string handle, Func<Viewer, TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        var signedIn = await SignInAsync(handle);
        return await AskAsync((TUseCase useCase) => ask(signedIn.Viewer, useCase));
    }

    /// <summary>Everything that happened, line by line, without what is encrypted.</summary>
    public List<string> Chronicle() => Lines(
        """
        SELECT 'item ' || id || ' ' || title || ' ' || state || ' ' || version || ' ' || window_from || ' ' || published_at FROM items
        UNION ALL SELECT 'permit ' || id || ' ' || need_id || ' ' || offer_id || ' ' || unit || ' ' || state || ' ' || reason FROM assignments
        UNION ALL SELECT 'outcome ' || id || ' ' || result || ' ' || notes || ' ' || recorded_at FROM outcomes
        UNION ALL SELECT 'ticket ' || number || ' ' || state || ' ' || problem || ' ' || note FROM maintenance_tickets
        UNION ALL SELECT 'member ' || handle || ' ' || did || ' ' || state || ' ' || joined_at FROM members
        UNION ALL SELECT 'round ' || id || ' ' || state || ' ' || coalesce(hex(transcript_hash), '') FROM rounds
        ORDER BY 1
        """);

    public List<string> Lines(string sql)
    {
        using var connection = File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    public int Count(string what) => int.Parse(Lines($"SELECT CAST(count(*) AS TEXT) FROM {what}")[0], System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await using (var connection = new SqliteConnection(File.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_directory, recursive: true);
    }
}
