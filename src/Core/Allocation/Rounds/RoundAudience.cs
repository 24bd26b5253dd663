using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>Who may read a round's transcript: those who might have seen every need and every offer that is in it.</summary>
/// <remarks>
/// A transcript has pseudonyms in place of names, and windows as they are. Where something in it was for members, it is for members;
/// where something was for a group or for named people, it is for those who took part, because they alone have to check it, and for
/// stewards and auditors.
/// </remarks>
internal sealed class RoundAudience(PostMoneyDb db)
{
    /// <summary>Whether somebody may read the transcript of a pool that belongs to the whole node.</summary>
    internal async Task<bool> MayReadAsync(Viewer viewer, Guid roundId, byte[] transcript, CancellationToken ct)
    {
        if (viewer.IsSteward || viewer.IsAuditor || (viewer.IsMember && await TookPartAsync(viewer, roundId, ct)))
        {
            return true;
        }

        var offers = OffersIn(transcript);
        var all = await db.Items.AsNoTracking()
            .Where(item => offers.Contains(item.Id) || db.DrawnLines.Any(line => line.RoundId == roundId && line.NeedId == item.Id))
            .Select(item => item.Visibility)
            .Distinct()
            .ToListAsync(ct);
        return all.All(visibility => visibility == Visibility.Public || (visibility == Visibility.Node && viewer.IsMember));
    }

    private Task<bool> TookPartAsync(Viewer viewer, Guid roundId, CancellationToken ct) => db.DrawnLines.AsNoTracking()
        .Where(line => line.RoundId == roundId)
        .Join(db.Needs, line => line.NeedId, need => need.Id, (line, need) => need.AuthorId)
        .AnyAsync(author => author == viewer.Id, ct);

    private static List<Guid> OffersIn(byte[] transcript)
    {
        using var document = JsonDocument.Parse(transcript);
        return [.. document.RootElement.GetProperty("input").GetProperty("offers").EnumerateArray()
            .Select(offer => Guid.ParseExact(offer.GetProperty("id").GetString()!, "D"))];
    }
}
