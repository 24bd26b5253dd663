using System.Security.Cryptography;
using System.Text.Json;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Notifications;
using PostMoney.Core.Offers;
using PostMoney.Core.Queue;

namespace PostMoney.Core.Assignments;

/// <summary>Issues a permit within the caller's change: takes the unit, signs the record, tells both sides.</summary>
public sealed class IssueAssignment(
    PostMoneyDb db, UnitCalendar calendar, AssignmentLedger ledger, JobQueue queue, Notifier notifier, NodeIds ids, TimeProvider clock)
{
    /// <summary>Issues it.</summary>
    /// <param name="need">The need; it is met from now on.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="unit">A unit that is free for all of the window.</param>
    /// <param name="window">One of the windows that would do for the need.</param>
    /// <param name="basis">What it rests on.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<Result<Assignment>> AddAsync(
        Need need, Offer offer, int unit, Window window, AssignmentBasis basis, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var met = need.Meet(now);
        if (!met.IsGranted)
        {
            return met.Refusal;
        }

        var member = (await db.Members.FindAsync([need.AuthorId], ct))!;
        var use = calendar.Take(offer, unit, UnitPurpose.Use, member.Id, window);
        var id = ids.Next();
        var conditions = ConditionsOf(offer);
        var record = await ledger.SignAsync(
            new AssignmentFacts(id, need.Id, offer, unit, member.Did, window, conditions, basis.RoundId, now), AssignmentState.Held, ct);
        var assignment = new Assignment
        {
            Id = id,
            NeedId = need.Id,
            OfferId = offer.Id,
            OfferVersion = offer.Version,
            UseId = use.Id,
            Unit = unit,
            AssigneeId = member.Id,
            WindowFrom = window.From,
            WindowTo = window.To,
            HoldUntil = now + Assignment.Hold < window.To ? now + Assignment.Hold : window.To,
            RoundId = basis.RoundId,
            Reason = basis.Reason,
            IssuedBy = basis.Actor,
            Conditions = conditions,
            Record = record,
            Digest = SHA256.HashData(record),
            IssuedAt = now,
        };
        db.Assignments.Add(assignment);
        await ledger.NoteAsync(assignment, basis.Actor, basis.Reason, ct);
        await queue.PromiseAsync(Assignment.LapseJob, id, assignment.HoldUntil, ct);
        notifier.Tell(member.Id, "assignment.held", "assignment", id, $"It is your turn: {offer.Title}. Please accept or decline.");
        await notifier.TellAuthorAsync(
            offer.AuthorId, "assignment.issued", "assignment", id, $"{offer.Title} is promised to {member.DisplayName}.", ct);
        return assignment;
    }

    private static string ConditionsOf(Offer offer)
    {
        using var sections = JsonDocument.Parse(offer.Sections);
        return sections.RootElement.TryGetProperty("requirements", out var requirements) ? requirements.GetRawText() : "{}";
    }
}

/// <summary>What a permit rests on.</summary>
/// <param name="Actor">The passport of the steward, or <c>node</c>.</param>
/// <param name="RoundId">The round, or null where a steward matched by hand.</param>
/// <param name="Reason">The steward's reason; empty for a round.</param>
internal sealed record AssignmentBasis(string Actor, Guid? RoundId, string Reason);
