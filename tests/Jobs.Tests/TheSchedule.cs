using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PostMoney.Core;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;
using Xunit;

namespace PostMoney.Jobs.Tests;

public sealed class TheSchedule
{
    [Fact]
    public async Task Wakes_the_runner_for_what_was_promised_before_the_program_was_started()
    {
        var directory = Directory.CreateTempSubdirectory("postmoney-jobs-").FullName;
        var file = new DatabaseFile(Path.Combine(directory, "node.db"));
        SchemaFiles.Apply(file);
        using var connection = file.Open();
        Write(connection, "PRAGMA query_only = OFF");
        Write(connection,
            $"""
            INSERT INTO jobs (id, kind, subject_id, due_at, state, attempts, created_at)
            VALUES ('{Guid.CreateVersion7():D}', 'draw-by-moonlight', '{Guid.CreateVersion7():D}', 0, 'waiting', 0, 0)
            """);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<Randomness, SystemRandomness>()
            .AddCore(file, new NodeKey(new byte[NodeKey.Size]))
            .AddJobs()
            .AddSingleton<IHostApplicationLifetime, NobodyStops>()
            .BuildServiceProvider();
        var hosted = services.GetServices<IHostedService>().ToList();

        foreach (var service in hosted)
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        var begun = await UntilAsync(() => Number(connection, "SELECT attempts FROM jobs"), TimeSpan.FromSeconds(30));
        foreach (var service in hosted)
        {
            await service.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, begun);
        SqliteConnection.ClearPool(connection);
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<long> UntilAsync(Func<long> read, TimeSpan most)
    {
        var end = TimeProvider.System.GetUtcNow() + most;
        while (read() == 0 && TimeProvider.System.GetUtcNow() < end)
        {
            await Task.Delay(50);
        }

        return read();
    }

    private static void Write(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    // The scheduler asks when the program has started; here it has.
    private sealed class NobodyStops : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted { get; } = new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
