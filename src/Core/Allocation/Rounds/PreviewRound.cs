using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>
/// A steward looks at what a round would do, with other tickets than those it will be drawn with: who could be served
/// and which limits bite, but not who will win.
/// </summary>
public sealed class PreviewRound(PostMoneyDb db, StewardedRounds rounds, FreezeRound freeze, Randomness randomness, TimeProvider clock)
{
    /// <summary>Rehearses the round.</summary>
    public async Task<Result<RoundPreview>> ExecuteAsync(Viewer viewer, Guid roundId, CancellationToken ct)
    {
        var found = await rounds.FindAsync(viewer, roundId, ct);
        if (!found.TryGet(out var mine))
        {
            return found.Refusal;
        }

        var frozen = await freeze.ExecuteAsync(mine.Round, mine.Pool, clock.GetUtcNow(), only: null, ct);
        if (!frozen.TryGet(out var input))
        {
            return frozen.Refusal;
        }

        var result = Allocator.Run(input.Input, randomness.Bytes(SeedCommitment.Size));
        var titles = await db.Needs.AsNoTracking()
            .Where(need => input.NeedIds.Values.Contains(need.Id))
            .Join(db.Members, need => need.AuthorId, member => member.Id, (need, member) => new { need.Id, need.Title, member.DisplayName, need.Priority })
            .ToDictionaryAsync(line => line.Id, ct);
        return new RoundPreview(
            input.Input.Offers.Sum(offer => offer.Units.Count),
            result.Allotted.Count,
            [.. result.Lines.Select(line => new PreviewLine(
                input.NeedIds[line.Need], titles[input.NeedIds[line.Need]].Title, titles[input.NeedIds[line.Need]].DisplayName,
                titles[input.NeedIds[line.Need]].Priority == Items.Priority.Urgent,
                result.Explain(line.Need).Weight, result.Explain(line.Need).RoundsWaited, line.Reason))]);
    }
}

/// <summary>A rehearsal.</summary>
/// <param name="Units">Units in the pool.</param>
/// <param name="Served">How many needs were served in the rehearsal.</param>
/// <param name="Lines">One for each need.</param>
public sealed record RoundPreview(int Units, int Served, IReadOnlyList<PreviewLine> Lines);

/// <summary>One need in a rehearsal.</summary>
public sealed record PreviewLine(
    Guid NeedId, string Title, string Who, bool IsUrgent, int? Weight, int RoundsWaited, Reason Reason);
