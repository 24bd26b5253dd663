using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Items;

namespace PostMoney.Core.Timelines;

/// <summary>A member's own open needs, each with where it stands. Cost: a few queries for each, of which there are few.</summary>
public sealed class WaitingNeeds(PostMoneyDb db, ItemCards cards, RoundPages rounds)
{
    private const int Most = 20;

    /// <summary>Those of the viewer and of groups that they look after, the longest waiting first.</summary>
    public async Task<IReadOnlyList<WaitingNeed>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        Guid[] mine = [viewer.Id, .. viewer.StewardedGroupIds];
        var open = db.Needs.AsNoTracking().Where(need => mine.Contains(need.AuthorId) && need.State == ItemState.Open);
        var found = await cards.OfAsync(open.OrderBy(need => need.Id).Take(Most), viewer, ct);
        var asked = await open.Where(need => need.AskedOfferId != null)
            .ToDictionaryAsync(need => need.Id, need => need.AskedOfferId, ct);
        var waiting = new List<WaitingNeed>();
        foreach (var card in found)
        {
            var asks = asked.GetValueOrDefault(card.Id);
            var lines = await rounds.OwnLinesAsync(viewer, card.Id, ct);
            waiting.Add(new WaitingNeed(
                card,
                card.Visibility == Visibility.Direct && asks is null ? null : await rounds.OpenForAsync(card.Topic, asks, ct),
                lines.Count == 0 ? null : lines[0]));
        }

        return waiting;
    }
}

/// <summary>An open need of one's own.</summary>
/// <param name="Card">The need.</param>
/// <param name="Round">The round that it takes part in, or null where there is none for it.</param>
/// <param name="Latest">What the newest drawn round said of it, or null before its first.</param>
public sealed record WaitingNeed(ItemCard Card, OpenRoundCard? Round, OwnLine? Latest);
