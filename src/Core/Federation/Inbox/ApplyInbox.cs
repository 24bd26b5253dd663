using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>Does what came in, one after the other, each in a scope and a change of its own. One that breaks does not hold up the next.</summary>
public sealed class ApplyInbox(IServiceScopeFactory scopes, InboxHandlers handlers)
{
    private const int AtOnce = 50;

    /// <summary>Does everything that is due.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var done = 0;
        for (var due = await DueAsync(ct); due.Count > 0; due = await DueAsync(ct))
        {
            foreach (var id in due)
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ApplyOne>().ExecuteAsync(id, handlers, scope.ServiceProvider, ct);
                done++;
            }
        }

        return done;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PostMoneyDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        return await db.InboxItems.AsNoTracking()
            .Where(item => item.State == InboxState.Waiting && item.DueAt <= now)
            .OrderBy(item => item.DueAt).ThenBy(item => item.Id)
            .Select(item => item.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
    }

    /// <summary>One of them.</summary>
    internal sealed class ApplyOne(PostMoneyDb db, TimeProvider clock)
    {
        internal async Task ExecuteAsync(Guid id, InboxHandlers handlers, IServiceProvider node, CancellationToken ct)
        {
            var item = await db.InboxItems.AsNoTracking().FirstAsync(i => i.Id == id, ct);
            Result<ApplyActivity> check;
            try
            {
                check = await CheckAsync(item, handlers, node, ct);
                if (check.TryGet(out var apply))
                {
                    await FinishAsync(id, apply, kept => kept.Done(clock.GetUtcNow()), ct);
                    return;
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                db.ChangeTracker.Clear();
                await FinishAsync(id, null, kept => kept.Fail(fault.GetType().Name, clock.GetUtcNow()), ct);
                return;
            }

            await FinishAsync(id, null, kept => kept.Refuse(check.Refusal.Code, clock.GetUtcNow()), ct);
        }

        private async Task<Result<ApplyActivity>> CheckAsync(
            InboxItem item, InboxHandlers handlers, IServiceProvider node, CancellationToken ct)
        {
            if (Envelope.Read(item.Body, out var envelope) is { } unreadable)
            {
                return new Refusal(RefusalKind.Invalid, unreadable.Code, "It cannot be read.");
            }

            var sender = await db.Actors.AsNoTracking().FirstAsync(actor => actor.Id == item.ActorId, ct);
            var received = new ReceivedActivity(envelope.Id, sender, envelope.Activity, item.ReceivedAt);
            Result<ApplyActivity> answer = FederationRefusals.Ignored;
            foreach (var handler in handlers.For(received))
            {
                answer = await handler(node).CheckAsync(received, ct);
                if (answer.IsGranted)
                {
                    break;
                }
            }

            return answer;
        }

        private async Task FinishAsync(Guid id, ApplyActivity? apply, Action<InboxItem> note, CancellationToken ct)
        {
            await using var change = await db.BeginChangeAsync(ct);
            if (apply is not null)
            {
                await apply(ct);
            }

            note(await db.InboxItems.FirstAsync(item => item.Id == id, ct));
            await change.SaveAsync(ct);
        }
    }
}
