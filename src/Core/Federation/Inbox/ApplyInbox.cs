using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>Does what came in, some together by one change. One that breaks does not hold up the others.</summary>
/// <remarks>
/// What one sender sent is done in its order, each after the one before is stored: a group has one activity of a sender. What is
/// refused beside others is looked at once more when they are done, since what it speaks of may be among them.
/// </remarks>
public sealed class ApplyInbox(IServiceScopeFactory scopes, InboxHandlers handlers)
{
    /// <summary>Most activities of one change; while it lasts, nobody else can write.</summary>
    public const int AtOnce = 25;

    /// <summary>Does everything that is due.</summary>
    /// <returns>How many were done, refused or failed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var done = 0;
        for (var due = await DueAsync(ct); due.Count > 0; due = await DueAsync(ct))
        {
            done += due.Count;
            while (due.Count > 0)
            {
                due = await TogetherAsync(due, ct);
            }
        }

        return done;
    }

    private async Task<List<InboxItem>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PostMoneyDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        return await db.InboxItems.AsNoTracking()
            .Where(item => item.State == InboxState.Waiting && item.DueAt <= now)
            .OrderBy(item => item.DueAt).ThenBy(item => item.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
    }

    // Returns what is left to do.
    private async Task<List<InboxItem>> TogetherAsync(List<InboxItem> due, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var group = scope.ServiceProvider.GetRequiredService<ApplyGroup>();

        // Held even while another server is waited for: it is the one connection of the one who does this.
        await using var held = await scope.ServiceProvider.GetRequiredService<HeldConnection>().HoldAsync(ct);
        var left = await group.CheckAsync(due, handlers, scope.ServiceProvider, ct);
        try
        {
            await group.ApplyAsync(ct);
            return left;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            foreach (var item in due.Except(left))
            {
                await AloneAsync(item.Id, ct);
            }

            return left;
        }
    }

    // Nothing of the group was stored. Each is read and looked at again: what was read for the group may not be as it was.
    private async Task AloneAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var item = await scope.ServiceProvider.GetRequiredService<PostMoneyDb>().InboxItems.AsNoTracking().FirstAsync(one => one.Id == id, ct);
        var alone = scope.ServiceProvider.GetRequiredService<ApplyGroup>();
        await alone.CheckAsync([item], handlers, scope.ServiceProvider, ct);
        try
        {
            await alone.ApplyAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await alone.FailAsync(fault, ct);
        }
    }
}
