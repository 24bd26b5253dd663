using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Notifications;
using PostMoney.Core.Relations;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Outcomes;

/// <summary>
/// One side of a permit tells what came of it. The first word completes the permit, frees the unit and ends what could be
/// opened; damage opens a ticket.
/// </summary>
public sealed class RecordOutcome(
    PostMoneyDb db, OutcomeRules rules, AssignmentLedger ledger, RelationBook relations, OpenTicket openTicket, Notifier notifier,
    AuditLog log, NodeSettings settings, NodeIds ids, TimeProvider clock)
{
    /// <summary>What speaks against telling at the moment, whatever is told; null where nothing does.</summary>
    public async Task<Refusal?> ProblemAsync(Viewer viewer, Guid assignmentId, CancellationToken ct)
    {
        var found = await rules.FindAsync(viewer, assignmentId, ct);
        return found.IsGranted ? null : found.Refusal;
    }

    /// <summary>The record to be signed, or what speaks against it.</summary>
    public async Task<Result<JsonElement>> DraftAsync(Viewer viewer, Guid assignmentId, OutcomeForm form, CancellationToken ct)
    {
        var found = await rules.FindAsync(viewer, assignmentId, ct);
        if (!found.TryGet(out _))
        {
            return found.Refusal;
        }

        var problems = OutcomeRules.Problems(form);
        return problems.Count > 0
            ? problems
            : Document(ids.Next(), assignmentId, viewer.Did!, await NodeAsync(ct), form, clock.GetUtcNow());
    }

    /// <summary>Takes a signed outcome in. Sending the same record again, because no answer came, changes nothing.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid assignmentId, ReadOnlyMemory<byte> record, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        if (await IsKeptAsync(viewer, assignmentId, record, ct))
        {
            return Done.Value;
        }

        var found = await rules.FindAsync(viewer, assignmentId, ct);
        if (!found.TryGet(out var assignment))
        {
            return found.Refusal;
        }

        var read = await ReadAsync(viewer, assignmentId, record, ct);
        if (!read.TryGet(out var told))
        {
            return read.Refusals.ToList();
        }

        var now = clock.GetUtcNow();
        var outcome = new Outcome
        {
            Id = told.Id,
            AssignmentId = assignmentId,
            AuthorId = viewer.Id,
            Issuer = viewer.Did!,
            Result = told.Form.Result,
            Notes = told.Form.Notes,
            Condition = told.Form.Condition,
            MaintenanceNeeded = told.Form.MaintenanceNeeded,
            OnTime = now <= assignment.WindowTo + OutcomeRules.Grace,
            Record = told.Record.Bytes,
            Digest = told.Record.Digest(),
            RecordedAt = now,
        };
        db.Outcomes.Add(outcome);
        await log.AppendAsync("outcome.recorded", viewer.Did!, $"assignment:{assignmentId:D}", outcome.Digest, ct);
        await CompleteAsync(viewer, assignment, now, ct);
        await TellOtherSidesAsync(viewer, assignment, ct);
        await db.SaveChangesAsync(ct);
        if (outcome.MaintenanceNeeded)
        {
            await TakeOutAsync(viewer, assignment, outcome, ct);
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }

    private async Task<bool> IsKeptAsync(Viewer viewer, Guid assignmentId, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (!viewer.IsMember || !SignedRecord.Read(bytes).TryGet(out var record))
        {
            return false;
        }

        var (me, digest) = (viewer.Id, record.Digest());
        return await db.Outcomes.AnyAsync(o => o.AssignmentId == assignmentId && o.AuthorId == me && o.Digest == digest, ct);
    }

    private async Task CompleteAsync(Viewer viewer, Assignment assignment, DateTimeOffset now, CancellationToken ct)
    {
        if (assignment.State == AssignmentState.Completed)
        {
            return;
        }

        await ledger.MoveAsync(assignment, AssignmentState.Completed, viewer.Did!, "", ct);
        await relations.EndAllGrantedByAsync(assignment.Id, ct);
        var use = await db.UnitUses.FirstAsync(u => u.Id == assignment.UseId, ct);
        use.EndAt(now);
    }

    private async Task TakeOutAsync(Viewer viewer, Assignment assignment, Outcome outcome, CancellationToken ct)
    {
        var offer = await db.Offers.FirstAsync(o => o.Id == assignment.OfferId, ct);
        if (offer.State == ItemState.Open)
        {
            // Both sides may tell of the same damage: the second one finds the ticket there, which is as it should be.
            await openTicket.AddAsync(offer, assignment.Unit, outcome.Notes, viewer, outcome.Id, ct);
        }
    }

    // A steward is on neither side: then both are told.
    private async Task TellOtherSidesAsync(Viewer viewer, Assignment assignment, CancellationToken ct)
    {
        var offer = await db.Offers.FirstAsync(o => o.Id == assignment.OfferId, ct);
        var text = $"{offer.Title}: there is word of how it went.";
        if (!AccessCheck.Owns(viewer, offer))
        {
            await notifier.TellAuthorAsync(offer.AuthorId, "outcome.recorded", "assignment", assignment.Id, text, ct);
        }

        if (assignment.AssigneeId != viewer.MemberId)
        {
            notifier.Tell(assignment.AssigneeId, "outcome.recorded", "assignment", assignment.Id, text);
        }
    }

    private async Task<Result<ToldOutcome>> ReadAsync(
        Viewer viewer, Guid assignmentId, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var signed = SignedRecord.Read(bytes);
        if (!signed.TryGet(out var record))
        {
            return signed.Refusal;
        }

        if (record.Signer.Value != viewer.Did)
        {
            return ItemRefusals.ForeignSignature;
        }

        var read = OutcomeDocumentReader.Read(record.Document);
        if (!read.TryGet(out var told))
        {
            return read.Refusals.ToList();
        }

        var expected = Document(told.Id, assignmentId, viewer.Did!, await NodeAsync(ct), told.Form, told.At);
        if (!record.Says(expected) || (clock.GetUtcNow() - told.At).Duration() > TakeInItem.Freshness
            || await db.Outcomes.AnyAsync(o => o.Id == told.Id, ct))
        {
            return OutcomeRefusals.Record;
        }

        var problems = OutcomeRules.Problems(told.Form);
        return problems.Count > 0 ? problems : new ToldOutcome(told.Id, told.Form, record);
    }

    private async Task<string> NodeAsync(CancellationToken ct) => (await settings.FindAsync(NodeSettings.Did, ct))!;

    private static JsonElement Document(
        Guid id, Guid assignmentId, string issuer, string node, OutcomeForm form, DateTimeOffset at) =>
        JsonSerializer.SerializeToElement(new JsonObject
        {
            ["@context"] = ItemDocument.Context(),
            ["id"] = Item.UrnOf(id),
            ["type"] = "Outcome",
            ["category"] = "outcome@v1",
            ["attributedTo"] = issuer,
            ["authority"] = node,
            ["assignmentId"] = Item.UrnOf(assignmentId),
            ["result"] = form.Result.ToString().ToLowerInvariant(),
            ["notes"] = form.Notes.Trim(),
            ["condition"] = form.Condition.Trim(),
            ["maintenance"] = new JsonObject { ["needed"] = form.MaintenanceNeeded },
            ["published"] = ItemDocument.Time(at),
        });

    private sealed record ToldOutcome(Guid Id, OutcomeForm Form, SignedRecord Record);
}
