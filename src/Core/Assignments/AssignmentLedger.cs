using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Assignments;

/// <summary>Writes each step of an assignment, signed by the node, within the caller's change.</summary>
public sealed class AssignmentLedger(
    PostMoneyDb db, NodePassports passports, NodeSettings settings, AuditLog log, NodeIds ids, TimeProvider clock)
{
    /// <summary>The signed record of an assignment as it stands.</summary>
    internal async Task<byte[]> SignAsync(AssignmentFacts facts, AssignmentState state, CancellationToken ct)
    {
        var node = await settings.FindAsync(NodeSettings.Did, ct);
        var record = new JsonObject
        {
            ["@context"] = ItemDocument.Context(),
            ["id"] = Item.UrnOf(facts.Id),
            ["type"] = "Assignment",
            ["category"] = "assignment@v1",
            ["attributedTo"] = node,
            ["authority"] = node,
            ["need"] = Item.UrnOf(facts.NeedId),
            ["offer"] = Item.UrnOf(facts.Offer.Id),
            ["assignee"] = facts.AssigneeDid,
            ["resourceRef"] = new JsonObject
            {
                ["itemId"] = Item.UrnOf(facts.Offer.Id),
                ["version"] = facts.Offer.Version,
                ["unit"] = facts.Unit,
            },
            ["window"] = ItemDocument.WindowOf(facts.Window),
            ["conditions"] = JsonNode.Parse(facts.Conditions),
            ["status"] = state.ToString().ToLowerInvariant(),
            ["issued"] = ItemDocument.Time(facts.IssuedAt),
        };
        if (facts.RoundId is { } round)
        {
            record["round"] = Item.UrnOf(round);
        }

        return await passports.SignAsync(NodePassports.Node, JsonSerializer.SerializeToElement(record), ct);
    }

    /// <summary>Notes that the assignment came into the state in which it is.</summary>
    internal async Task NoteAsync(Assignment assignment, string actor, string note, CancellationToken ct)
    {
        db.AssignmentSteps.Add(new AssignmentStep
        {
            Id = ids.Next(),
            AssignmentId = assignment.Id,
            State = assignment.State,
            Actor = actor,
            Note = note,
            Record = assignment.Record,
            At = clock.GetUtcNow(),
        });
        await log.AppendAsync(
            $"assignment.{assignment.State.ToString().ToLowerInvariant()}", actor, $"assignment:{assignment.Id:D}", assignment.Digest, ct);
    }

    /// <summary>Moves the assignment on, signs it anew and notes the step.</summary>
    internal async Task<Result<Done>> MoveAsync(
        Assignment assignment, AssignmentState state, string actor, string note, CancellationToken ct)
    {
        var moved = assignment.MoveTo(state, clock.GetUtcNow());
        if (!moved.IsGranted)
        {
            return moved;
        }

        await SignAnewAsync(assignment, ct);
        await NoteAsync(assignment, actor, note, ct);
        return Done.Value;
    }

    /// <summary>Signs the assignment as it stands now.</summary>
    internal async Task SignAnewAsync(Assignment assignment, CancellationToken ct)
    {
        var offer = await db.Offers.FindAsync([assignment.OfferId], ct);
        var member = await db.Members.FindAsync([assignment.AssigneeId], ct);
        var facts = new AssignmentFacts(
            assignment.Id, assignment.NeedId, offer!, assignment.Unit, member!.Did, assignment.Window, assignment.Conditions,
            assignment.RoundId, assignment.IssuedAt);
        assignment.Record = await SignAsync(facts, assignment.State, ct);
        assignment.Digest = SHA256.HashData(assignment.Record);
    }
}

/// <summary>What the record of an assignment says.</summary>
internal sealed record AssignmentFacts(
    Guid Id, Guid NeedId, Offer Offer, int Unit, string AssigneeDid, Window Window, string Conditions, Guid? RoundId,
    DateTimeOffset IssuedAt);
