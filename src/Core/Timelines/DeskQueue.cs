using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Items;

namespace PostMoney.Core.Timelines;

/// <summary>Open needs as stewards see them: the most pressing and longest waiting first.</summary>
public sealed class DeskQueue(PostMoneyDb db, EligibleOffers eligible, TimeProvider clock)
{
    /// <summary>Most needs that are shown at once.</summary>
    public const int Most = 200;

    /// <summary>The queue of the node's stewards, or of a group's stewards for needs that were published for the group.</summary>
    public async Task<IReadOnlyList<QueueLine>> OfAsync(Viewer viewer, QueueFilter filter, CancellationToken ct)
    {
        if (!viewer.HasDesk)
        {
            return [];
        }

        var groups = viewer.StewardedGroupIds;
        var all = viewer.IsSteward;
        var me = viewer.Id;
        var needs = db.Needs.AsNoTracking().VisibleTo(viewer, db, clock.GetUtcNow())
            .Where(need => need.State == ItemState.Open && (all || (need.GroupId != null && groups.Contains(need.GroupId.Value))));
        if (!string.IsNullOrEmpty(filter.Topic))
        {
            needs = needs.Where(need => need.Topic == filter.Topic);
        }

        if (filter.UrgentOnly)
        {
            needs = needs.Where(need => need.Priority == Priority.Urgent);
        }

        if (filter.WaitedOnly)
        {
            needs = needs.Where(need => db.DrawnLines.Any(line => line.NeedId == need.Id && line.Place != null));
        }

        return await needs
            .OrderByDescending(need => need.Priority == Priority.Urgent)
            .ThenBy(need => need.Id)
            .Take(Most)
            .Select(need => new QueueLine(
                need.Id, need.Title, need.Topic,
                db.Members.Where(member => member.Id == need.AuthorId).Select(member => member.DisplayName).FirstOrDefault() ?? "A former member",
                need.Priority == Priority.Urgent, need.WindowFrom, need.WindowTo, need.PublishedAt,
                db.DrawnLines.Count(line => line.NeedId == need.Id && line.Place != null), need.AuthorId == me))
            .ToListAsync(ct);
    }

    /// <summary>Offers that a need could be given by hand, with those that fit first.</summary>
    public async Task<IReadOnlyList<MatchChoice>> ChoicesAsync(Viewer viewer, Guid needId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var need = await db.Needs.AsNoTracking().VisibleTo(viewer, db, now)
            .FirstOrDefaultAsync(n => n.Id == needId && n.State == ItemState.Open, ct);
        if (need is null || !viewer.HasDesk)
        {
            return [];
        }

        Guid[] mine = [viewer.Id, .. viewer.StewardedGroupIds];
        var all = viewer.IsSteward;
        var offers = await db.Offers.AsNoTracking().VisibleTo(viewer, db, now)
            .Where(offer => all || mine.Contains(offer.AuthorId) || (offer.GroupId != null && mine.Contains(offer.GroupId.Value)))
            .Where(offer => offer.State == ItemState.Open && offer.Topic == need.Topic
                && offer.WindowFrom <= need.WindowFrom && offer.WindowTo >= need.WindowTo)
            .OrderBy(offer => offer.Title)
            .Take(100)
            .ToListAsync(ct);
        var fitting = (await eligible.OfAsync([need], offers, ct))[need.Id];
        var ids = offers.ConvertAll(offer => offer.Id);
        var taken = await db.UnitUses.AsNoTracking()
            .Where(use => ids.Contains(use.OfferId) && use.ReleasedAt == null && use.FromAt < need.WindowTo && use.ToAt > need.WindowFrom)
            .GroupBy(use => use.OfferId)
            .Select(uses => new { uses.Key, Units = uses.Select(use => use.Unit).Distinct().Count() })
            .ToDictionaryAsync(line => line.Key, line => line.Units, ct);
        return [.. offers
            .Select(offer => new MatchChoice(
                offer.Id, offer.Title, offer.Units - taken.GetValueOrDefault(offer.Id), fitting.Contains(offer.Id)))
            .OrderByDescending(choice => choice.Fits && choice.FreeUnits > 0)];
    }
}

/// <summary>What of the queue a steward wants to see.</summary>
/// <param name="Topic">A topic, or null for all.</param>
/// <param name="UrgentOnly">Urgent needs alone.</param>
/// <param name="WaitedOnly">Those alone that came away from a round with nothing.</param>
public sealed record QueueFilter(string? Topic = null, bool UrgentOnly = false, bool WaitedOnly = false);

/// <summary>A need in the queue.</summary>
public sealed record QueueLine(
    Guid NeedId, string Title, string Topic, string Who, bool IsUrgent, DateTimeOffset From, DateTimeOffset To, DateTimeOffset AskedAt,
    int RoundsWaited, bool IsMine);

/// <summary>An offer that a need could be given.</summary>
public sealed record MatchChoice(Guid OfferId, string Title, int FreeUnits, bool Fits)
{
    /// <summary>Whether it meets the conditions and has a unit free for the whole time.</summary>
    public bool CanBeGiven => Fits && FreeUnits > 0;
}
