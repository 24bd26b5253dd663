using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using PostMoney.Core.Offers;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>What people have used and units are promised for, as far as a draw looks at it.</summary>
internal sealed class PastUses
{
    private readonly ILookup<Guid, UnitUse> _byMember;
    private readonly ILookup<(Guid, int), UnitUse> _byUnit;
    private readonly Dictionary<Guid, int> _order;
    private readonly DateTimeOffset _at;

    private PastUses(
        IEnumerable<UnitUse> uses, IEnumerable<UnitUse> taken, Dictionary<Guid, int> order, DateTimeOffset at)
    {
        _byMember = uses.ToLookup(use => use.MemberId!.Value);
        _byUnit = taken.ToLookup(use => (use.OfferId, use.Unit));
        _order = order;
        _at = at;
    }

    internal required IReadOnlyDictionary<Guid, int> Waited { get; init; }

    internal required IReadOnlyDictionary<Guid, int> Given { get; init; }

    internal required IReadOnlyDictionary<string, int> RecentMinutes { get; init; }

    internal required int UsesOfHome { get; init; }

    internal static PastUses Of(
        List<AskingNeed> needs, List<UnitUse> uses, IReadOnlyList<UnitUse> taken,
        (IReadOnlyDictionary<Guid, int> Waited, IReadOnlyDictionary<Guid, int> Given) counts, AllocationPolicy policy, DateTimeOffset at)
    {
        var dids = needs.DistinctBy(need => need.Need.AuthorId).ToDictionary(need => need.Need.AuthorId, need => need.Did);
        var lookBack = new Window(at - policy.LookBack, at);
        return new PastUses(uses, taken, Numbered(needs), at)
        {
            Waited = counts.Waited,
            Given = counts.Given,
            RecentMinutes = uses.GroupBy(use => dids[use.MemberId!.Value], StringComparer.Ordinal)
                .ToDictionary(own => own.Key, own => own.Sum(use => MinutesWithin(use, lookBack)), StringComparer.Ordinal),
            UsesOfHome = taken.Count(use => use.Purpose == UnitPurpose.Use),
        };
    }

    internal int OrderOf(Guid needId) => _order[needId];

    internal (int Uses, DateTimeOffset? Last, DateTimeOffset? Next) OfPerson(Guid memberId, Window wanted, AllocationPolicy policy)
    {
        var own = _byMember[memberId].ToList();
        var period = ChargingPeriod.Around(wanted.From, policy.Parameters[SharedParameters.QuotaPeriodDays]);
        var before = own.Where(use => use.FromAt < wanted.From).ToList();
        var after = own.Where(use => use.FromAt >= wanted.From).ToList();
        return (
            own.Count(use => period is { } counted ? counted.Contains(use.FromAt) : use.ToAt > _at),
            before.Count > 0 ? before.Max(use => use.ToAt) : null,
            after.Count > 0 ? after.Min(use => use.FromAt) : null);
    }

    internal List<Window> FreeOf(Guid offerId, int unit, Window within)
    {
        var free = new List<Window>();
        var from = within.From;
        foreach (var use in _byUnit[(offerId, unit)].OrderBy(use => use.FromAt))
        {
            if (use.FromAt > from)
            {
                free.Add(new Window(from, use.FromAt < within.To ? use.FromAt : within.To));
            }

            from = use.ToAt > from ? use.ToAt : from;
        }

        if (from < within.To)
        {
            free.Add(new Window(from, within.To));
        }

        return free;
    }

    private static int MinutesWithin(UnitUse use, Window window)
    {
        var from = use.FromAt > window.From ? use.FromAt : window.From;
        var to = use.ToAt < window.To ? use.ToAt : window.To;
        return from < to ? (int)(to - from).TotalMinutes : 0;
    }

    private static Dictionary<Guid, int> Numbered(List<AskingNeed> needs) => needs
        .GroupBy(need => need.Need.AuthorId)
        .SelectMany(own => own.OrderBy(need => need.Need.Id).Select((need, index) => (need.Need.Id, index)))
        .ToDictionary(pair => pair.Id, pair => pair.index);
}
