using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Core.Posts.Threads;

/// <summary>Reads conversations that somebody waits for, a few at a time: a server that is slow holds up its neighbours in the line and no others.</summary>
public sealed class ReadWantedThreads(IServiceScopeFactory scopes)
{
    /// <summary>Conversations at a time.</summary>
    public const int AtOnce = 4;

    /// <summary>Reads until nobody waits.</summary>
    /// <returns>How many were read.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var read = 0;
        for (var due = await DueAsync(ct); due.Count > 0; due = await DueAsync(ct))
        {
            await Task.WhenAll(due.Select(postId => ReadAsync(postId, ct)));
            read += due.Count;
        }

        return read;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PostMoneyDb>().ThreadReadings.AsNoTracking()
            .Where(reading => reading.DueAt != null)
            .OrderBy(reading => reading.DueAt)
            .Select(reading => reading.PostId)
            .Take(AtOnce)
            .ToListAsync(ct);
    }

    private async Task ReadAsync(Guid postId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReadThread>().ExecuteAsync(postId, ct);
    }
}
