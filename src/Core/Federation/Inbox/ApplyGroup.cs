using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>Some activities that are looked at one after the other and then done by one change; see <see cref="ApplyInbox"/>. For one use.</summary>
internal sealed class ApplyGroup(PostMoneyDb db, TimeProvider clock)
{
    private readonly List<Outcome> _outcomes = [];

    /// <summary>Looks at them, writes nothing.</summary>
    /// <returns>Those that have to wait until this group is done, in their order.</returns>
    internal async Task<List<InboxItem>> CheckAsync(
        IReadOnlyList<InboxItem> due, InboxHandlers handlers, IServiceProvider node, CancellationToken ct)
    {
        var left = new List<InboxItem>();
        var senders = new HashSet<Guid>();
        var changes = false;
        foreach (var item in due)
        {
            if (!senders.Add(item.ActorId))
            {
                left.Add(item);
                continue;
            }

            var outcome = await CheckAsync(item, handlers, node, ct);
            if (changes && outcome.Apply is null)
            {
                left.Add(item);
                continue;
            }

            changes |= outcome.Apply is not null;
            _outcomes.Add(outcome);
        }

        return left;
    }

    /// <summary>Does them, all or none.</summary>
    internal async Task ApplyAsync(CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        foreach (var outcome in _outcomes)
        {
            if (outcome.Apply is not null)
            {
                await outcome.Apply(ct);
            }

            db.Attach(outcome.Item);
            outcome.Note(outcome.Item, clock.GetUtcNow());

            // Each sees what those before it have done, as if it were alone.
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        await change.SaveAsync(ct);
    }

    /// <summary>Notes that it broke; for a group of one.</summary>
    internal async Task FailAsync(Exception fault, CancellationToken ct)
    {
        var id = _outcomes[0].Item.Id;
        await using var change = await db.BeginChangeAsync(ct);
        (await db.InboxItems.FirstAsync(item => item.Id == id, ct)).Fail(fault.GetType().Name, clock.GetUtcNow());
        await change.SaveAsync(ct);
    }

    private async Task<Outcome> CheckAsync(InboxItem item, InboxHandlers handlers, IServiceProvider node, CancellationToken ct)
    {
        try
        {
            var check = await AskAsync(item, handlers, node, ct);
            return check.TryGet(out var apply)
                ? new Outcome(item, apply, (done, at) => done.Done(at))
                : new Outcome(item, null, (refused, at) => refused.Refuse(check.Refusal.Code, at));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            db.ChangeTracker.Clear();
            return new Outcome(item, null, (failed, at) => failed.Fail(fault.GetType().Name, at));
        }
    }

    private async Task<Result<ApplyActivity>> AskAsync(InboxItem item, InboxHandlers handlers, IServiceProvider node, CancellationToken ct)
    {
        if (Envelope.Read(item.Body, out var envelope) is { } unreadable)
        {
            return new Refusal(RefusalKind.Invalid, unreadable.Code, "It cannot be read.");
        }

        var sender = await db.Actors.AsNoTracking().FirstAsync(actor => actor.Id == item.ActorId, ct);
        var received = new ReceivedActivity(envelope.Id, sender, envelope.Activity, envelope.Raw, item.ReceivedAt);
        Result<ApplyActivity> answer = FederationRefusals.Ignored;
        foreach (var handler in handlers.For(received))
        {
            var next = await handler(node).CheckAsync(received, ct);
            if (next.IsGranted)
            {
                return next;
            }

            // Whoever has no use for it says less than whoever has looked at it and found it wrong.
            answer = SaysMore(answer.Refusal) ? answer : next;
        }

        return answer;
    }

    private static bool SaysMore(Refusal refusal) =>
        refusal != FederationRefusals.Ignored && refusal != FederationRefusals.NotUnderstood && refusal != FederationRefusals.Unknown;

    private sealed record Outcome(InboxItem Item, ApplyActivity? Apply, Action<InboxItem, DateTimeOffset> Note);
}
