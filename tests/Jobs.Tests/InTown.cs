using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PostMoney.Core.Access;
using PostMoney.Core.Operations;
using PostMoney.Core.Queue;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Jobs.Tests;

/// <summary>Work that is promised in a town of its own, with a real database file and a clock that stands still.</summary>
public abstract class InTown : IAsyncLifetime
{
    /// <summary>The town.</summary>
    protected Town Town { get; private set; } = null!;

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync() => Town = await Town.FoundAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Town.DisposeAsync();
    }

    /// <summary>A runner of its own, as another worker has one.</summary>
    protected async Task<JobRunner> RunnerAsync() => new(
        await Town.AskAsync((IServiceScopeFactory scopes) => Task.FromResult(scopes)), NullLogger<JobRunner>.Instance);

    /// <summary>Does what is due.</summary>
    /// <returns>How many jobs were begun.</returns>
    protected async Task<int> RunAsync() => await (await RunnerAsync()).RunDueAsync(default);

    /// <summary>The only job of a kind, as Dora sees it at her desk.</summary>
    protected async Task<Job> JobAsync(string kind) => Assert.Single(await JobsAsync(kind));

    /// <summary>All jobs of a kind.</summary>
    protected async Task<IReadOnlyList<Job>> JobsAsync(string kind) =>
        [.. (await Town.AsAsync(Town.Dora, (Viewer dora, JobDesk desk) => desk.ListAsync(dora, default))).Where(job => job.Kind == kind)];

    /// <summary>Writes into the database past all rules, as a fault would.</summary>
    protected void Tamper(string sql)
    {
        using var connection = Town.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA query_only = OFF; {sql}; PRAGMA query_only = ON";
        command.ExecuteNonQuery();
    }

    /// <summary>One number out of the database.</summary>
    protected long Count(string sql)
    {
        using var connection = Town.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {sql}";
        return (long)command.ExecuteScalar()!;
    }
}
