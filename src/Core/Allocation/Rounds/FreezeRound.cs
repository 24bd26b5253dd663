using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Offers;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>Reads everything that a draw depends on, at one moment, and puts pseudonyms in place of names.</summary>
public sealed class FreezeRound(PostMoneyDb db, EligibleOffers eligible, UnitCalendar calendar, PersonFacts people, NodeKey nodeKey)
{
    // Beyond this, nobody is told how many more there are.
    private const int MostRead = RoundLimits.MaxNeeds + 5_000;

    // Of offers that fit, those that gave least lately are tried first.
    private static readonly TimeSpan _lately = TimeSpan.FromDays(90);

    /// <summary>This node, in transcripts.</summary>
    public const string Home = "home";

    /// <summary>Freezes what a round would be drawn from at the moment.</summary>
    /// <param name="round">The round.</param>
    /// <param name="pool">Its pool.</param>
    /// <param name="at">The moment; nothing before it is allotted.</param>
    /// <param name="only">These needs alone, or null for all that the pool has gathered.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<Result<FrozenRound>> ExecuteAsync(
        Round round, Pool pool, DateTimeOffset at, IReadOnlyList<Guid>? only, CancellationToken ct)
    {
        var policyRow = await db.Policies.AsNoTracking().FirstAsync(p => p.Id == round.PolicyId, ct);
        var policy = PolicyCatalog.Read(policyRow.Kind, new PolicyName(policyRow.Name, policyRow.Version), policyRow.Parameters).Value;
        return await ExecuteAsync(round, pool, policy, at, only, ct);
    }

    /// <summary>The same under another policy than the one that the round opened with: what a comparison of policies is made from.</summary>
    internal async Task<Result<FrozenRound>> ExecuteAsync(
        Round round, Pool pool, AllocationPolicy policy, DateTimeOffset at, IReadOnlyList<Guid>? only, CancellationToken ct)
    {
        at = ToMillisecond(at);
        var offers = await OffersAsync(pool, at, ct);
        var (needs, leftOut) = Drawable(await NeedsAsync(pool, offers, at, only, ct));
        var uses = await UsesAsync(needs, pool.Topic, at, ct);
        var facts = await FactsAsync(needs, offers, uses, policy, at, ct);
        var asking = await people.ReadAsync(pool, needs, uses, policy, at, ct);
        string Name(string what) => RoundPseudonym.Of(nodeKey.PseudonymKey(), round.Id.ToString("D"), what);
        var terms = new RoundTerms(
            round.Id.ToString("D"), pool.Id.ToString("D"), Home, policy, SeedCommitment.FromBytes(round.SeedCommitment).Value,
            round.OpensAt, at)
        {
            Turn = asking.Places?.Turn,
        };
        var options = await eligible.OfAsync(needs.ConvertAll(need => need.Need), offers, ct);
        needs = Fitting(needs, offers, options, asking.Wishes, leftOut);
        var input = Freeze();
        while (!input.IsGranted && input.Refusal == RoundRefusals.TooLarge && needs.Count > 1)
        {
            // Counts do not tell how finely wishes cut the time; the older half takes part then.
            leftOut.AddRange(needs.Skip(needs.Count / 2).Select(need => new LeftOut(need.Need.Id, IsForNow: true)));
            needs = needs[..(needs.Count / 2)];
            input = Freeze();
        }

        return input.TryGet(out var frozen)
            ? new FrozenRound(
                frozen, needs.ToDictionary(need => Name(need.Need.Id.ToString("D")), need => need.Need.Id, StringComparer.Ordinal), leftOut,
                asking.Places?.Fresh ?? [])
            : input.Refusal;

        Result<RoundInput> Freeze() => RoundInput.Create(
            terms,
            offers.Select(offer => Supply(offer, facts, at)),
            [new RoundNode(Home, facts.UsesOfHome)],
            needs.DistinctBy(need => need.Did).Select(need => asking.Person(
                need.Need.AuthorId, new RoundPerson(Name(need.Did), Home, facts.RecentMinutes.GetValueOrDefault(need.Did)), Name)),
            needs.Select(need => Demand(Name(need.Need.Id.ToString("D")), Name(need.Did), need, options[need.Need.Id], facts, policy) with
            {
                Priority = asking.Classes.GetValueOrDefault(need.Need.Id, RoundNeed.OrdinaryPriority),
                Others = [.. asking.Wishes[need.Need.Id].Select(window => Wish(window, need, facts, policy))],
            }));
    }

    /// <summary>Whether anybody asks at all. Most rounds of a small community are over with this one question.</summary>
    internal Task<bool> IsAskedAsync(Pool pool, DateTimeOffset at, CancellationToken ct) => Asking(pool, ToMillisecond(at)).AnyAsync(ct);

    private IQueryable<Need> Asking(Pool pool, DateTimeOffset at)
    {
        var needs = db.Needs.AsNoTracking().Where(need => need.State == ItemState.Open && need.WindowTo > at);
        return pool.OfferId is { } one
            ? needs.Where(need => need.AskedOfferId == one)
            : needs.Where(need => need.Topic == pool.Topic && (need.Visibility != Visibility.Direct || need.AskedOfferId != null));
    }

    private async Task<List<Offer>> OffersAsync(Pool pool, DateTimeOffset at, CancellationToken ct)
    {
        var offers = db.Offers.AsNoTracking().Where(offer => offer.State == ItemState.Open && offer.WindowTo > at && offer.WindowTo < RoundLimits.Latest);
        offers = pool.OfferId is { } one
            ? offers.Where(offer => offer.Id == one)
            : offers.Where(offer => offer.Topic == pool.Topic
                && !db.Pools.Any(other => other.OfferId == offer.Id && other.ClosedAt == null));
        return await offers.OrderBy(offer => offer.Id).Take(RoundLimits.MaxOffers).ToListAsync(ct);
    }

    private async Task<List<AskingNeed>> NeedsAsync(
        Pool pool, List<Offer> offers, DateTimeOffset at, IReadOnlyList<Guid>? only, CancellationToken ct)
    {
        var offerIds = offers.ConvertAll(offer => offer.Id);
        var needs = Asking(pool, at);
        if (pool.OfferId is null)
        {
            needs = needs.Where(need => need.AskedOfferId == null || offerIds.Contains(need.AskedOfferId.Value));
        }

        if (only is not null)
        {
            needs = needs.Where(need => only.Contains(need.Id));
        }

        return await needs.OrderBy(need => need.PublishedAt)
            .ThenBy(need => need.Id)
            .Join(db.Members.Where(member => member.State == MemberState.Active), need => need.AuthorId, member => member.Id,
                (need, member) => new AskingNeed(need, member.Did, member.JoinedAt))
            .Take(MostRead)
            .ToListAsync(ct);
    }

    // One need that no draw can hold must not keep all others from theirs.
    private static (List<AskingNeed> Needs, List<LeftOut> LeftOut) Drawable(List<AskingNeed> needs)
    {
        var possible = needs.ToLookup(need => need.Need.Window.IsValid && RoundText.IsMoment(need.Need.WindowFrom) && RoundText.IsMoment(need.Need.WindowTo));
        return ([.. possible[true]], [.. possible[false].Select(need => new LeftOut(need.Need.Id, IsForNow: false))]);
    }

    // What is beyond a round's size takes part in the next one; who asked first is in this one.
    private static List<AskingNeed> Fitting(
        List<AskingNeed> needs, List<Offer> offers, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> options,
        ILookup<Guid, Window> wishes, List<LeftOut> leftOut)
    {
        var units = offers.ToDictionary(offer => offer.Id, offer => (long)offer.Units);
        var (fitting, pairs) = (new List<AskingNeed>(), 0L);
        foreach (var need in needs)
        {
            var more = options[need.Need.Id].Sum(offer => units[offer]) * (1 + wishes[need.Need.Id].Count());
            if (fitting.Count < RoundLimits.MaxNeeds && pairs + more <= RoundLimits.MaxOptions)
            {
                fitting.Add(need);
                pairs += more;
            }
            else
            {
                leftOut.Add(new LeftOut(need.Need.Id, IsForNow: true));
            }
        }

        return fitting;
    }

    private async Task<List<UnitUse>> UsesAsync(List<AskingNeed> needs, string topic, DateTimeOffset at, CancellationToken ct)
    {
        var authors = needs.Select(need => need.Need.AuthorId).Distinct().ToList();
        var since = at - TimeSpan.FromDays(366);
        return await db.UnitUses.AsNoTracking()
            .Where(use => use.Topic == topic && use.Purpose == UnitPurpose.Use && use.ReleasedAt == null && use.ToAt > since)
            .Where(use => use.MemberId != null && authors.Contains(use.MemberId.Value))
            .ToListAsync(ct);
    }

    private async Task<PastUses> FactsAsync(
        List<AskingNeed> needs, List<Offer> offers, List<UnitUse> uses, AllocationPolicy policy, DateTimeOffset at, CancellationToken ct)
    {
        var needIds = needs.ConvertAll(need => need.Need.Id);
        var waited = await db.DrawnLines.AsNoTracking()
            .Where(line => needIds.Contains(line.NeedId) && line.Place != null)
            .GroupBy(line => line.NeedId)
            .Select(lines => new { NeedId = lines.Key, Count = lines.Count() })
            .ToDictionaryAsync(line => line.NeedId, line => line.Count, ct);
        var offerIds = offers.ConvertAll(offer => offer.Id);
        var taken = offers.Count == 0 ? [] : await calendar.OfAsync(offerIds, new Window(at, offers.Max(offer => offer.WindowTo)), ct);
        var lately = at - _lately;
        var given = await db.UnitUses.AsNoTracking()
            .Where(use => offerIds.Contains(use.OfferId) && use.Purpose == UnitPurpose.Use && use.ReleasedAt == null)
            .Where(use => use.FromAt > lately && use.FromAt <= at)
            .GroupBy(use => use.OfferId)
            .Select(uses => new { OfferId = uses.Key, Count = uses.Count() })
            .ToDictionaryAsync(line => line.OfferId, line => line.Count, ct);
        return PastUses.Of(needs, uses, taken, (waited, given), policy, at);
    }

    // Finer moments than those that are stored would draw differently from the transcript.
    private static DateTimeOffset ToMillisecond(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private static RoundOffer Supply(Offer offer, PastUses facts, DateTimeOffset at)
    {
        var window = offer.WindowFrom > at ? offer.Window : new Window(at, offer.WindowTo);
        return new RoundOffer(
            offer.Id.ToString("D"), window, [.. Enumerable.Range(1, offer.Units).Select(unit => facts.FreeOf(offer.Id, unit, window))],
            facts.Given.GetValueOrDefault(offer.Id));
    }

    private static RoundWish Wish(Window window, AskingNeed asking, PastUses facts, AllocationPolicy policy)
    {
        var (_, last, next) = facts.OfPerson(asking.Need.AuthorId, window, policy);
        return new RoundWish(window, last, next);
    }

    private static RoundNeed Demand(
        string name, string person, AskingNeed asking, IReadOnlyList<Guid> offers, PastUses facts, AllocationPolicy policy)
    {
        var need = asking.Need;
        var (uses, last, next) = facts.OfPerson(need.AuthorId, need.Window, policy);
        return new RoundNeed(name, person, need.Window, [.. offers.Select(offer => offer.ToString("D"))])
        {
            IsUrgent = need.Priority == Priority.Urgent,
            RoundsWaited = facts.Waited.GetValueOrDefault(need.Id),
            Batch = policy.BatchOf(need.PublishedAt),
            UsesSoFar = uses,
            LastUseEnd = last,
            NextUseFrom = next,
            SubmittedOrder = facts.OrderOf(need.Id),
        };
    }
}

/// <summary>A need with the passport of who asks, and when they joined.</summary>
internal sealed record AskingNeed(Need Need, string Did, DateTimeOffset JoinedAt);
