using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Foundation;
using PostMoney.Core.Offers;
using PostMoney.Core.Relations;
using PostMoney.Fairness.History;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>What a policy looks at about those who ask, read as far as it looks.</summary>
public sealed class PersonFacts(PostMoneyDb db, AttestedFacts attested)
{
    /// <summary>Reads them.</summary>
    /// <param name="pool">Where they ask.</param>
    /// <param name="needs">What is asked for, the oldest first.</param>
    /// <param name="uses">What those who ask used within a year.</param>
    /// <param name="policy">The rules.</param>
    /// <param name="at">The moment.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<PeopleAsking> ReadAsync(
        Pool pool, List<AskingNeed> needs, List<UnitUse> uses, AllocationPolicy policy, DateTimeOffset at, CancellationToken ct)
    {
        var authors = needs.Select(need => need.Need.AuthorId).Distinct().ToList();
        bool Looks(PolicyFacts fact) => policy.Counts.HasFlag(fact);
        return new PeopleAsking
        {
            Access = Looks(PolicyFacts.Access) ? AccessOf(needs, uses, policy, at) : new Dictionary<Guid, int>(),
            Shares = Looks(PolicyFacts.Share) ? await attested.ValuesAsync(AttestationKind.Share, authors, ct) : new Dictionary<Guid, int>(),
            Cohort = Looks(PolicyFacts.Cohort) ? await attested.ValuesAsync(AttestationKind.Cohort, authors, ct) : new Dictionary<Guid, int>(),
            Classes = Looks(PolicyFacts.Class)
                ? await attested.ValuesAsync(AttestationKind.NeedClass, needs.ConvertAll(need => need.Need.Id), ct)
                : new Dictionary<Guid, int>(),
            Wishes = await WishesOfAsync(needs, ct),
            Groups = Looks(PolicyFacts.Community) ? await GroupsOfAsync(authors, at, ct) : new Dictionary<Guid, Guid>(),
            Places = Looks(PolicyFacts.Turn) ? await PlacesOfAsync(pool, authors, ct) : null,
        };
    }

    private async Task<ILookup<Guid, Window>> WishesOfAsync(List<AskingNeed> needs, CancellationToken ct)
    {
        var needIds = needs.ConvertAll(need => need.Need.Id);
        var wishes = await db.NeedWishes.AsNoTracking().Where(wish => needIds.Contains(wish.NeedId)).OrderBy(wish => wish.Place).ToListAsync(ct);
        return wishes.Where(wish => wish.Window.IsValid && RoundText.IsMoment(wish.WindowFrom) && RoundText.IsMoment(wish.WindowTo))
            .ToLookup(wish => wish.NeedId, wish => wish.Window);
    }

    // Whoever joined within the half-life has had no time to use anything, and would outrank everybody.
    private static Dictionary<Guid, int> AccessOf(List<AskingNeed> needs, List<UnitUse> uses, AllocationPolicy policy, DateTimeOffset at)
    {
        var own = uses.ToLookup(use => use.MemberId!.Value, use => use.FromAt);
        var people = needs.DistinctBy(need => need.Need.AuthorId)
            .Select(need => (Id: need.Need.AuthorId, IsNew: need.JoinedAt > at.AddDays(-7 * policy.HalfLifeWeeks)))
            .ToList();
        var access = people.ToDictionary(person => person.Id, person => FadingAccess.Of(own[person.Id], at, policy.HalfLifeWeeks));
        var median = (int)AccessDecay.OfNewcomer(people.Where(person => !person.IsNew).Select(person => (long)access[person.Id]));
        foreach (var (id, _) in people.Where(person => person.IsNew))
        {
            access[id] = Math.Max(access[id], median);
        }

        return access;
    }

    private async Task<Dictionary<Guid, Guid>> GroupsOfAsync(List<Guid> authors, DateTimeOffset at, CancellationToken ct)
    {
        var held = await db.Relations.AsNoTracking()
            .Where(r => r.ObjectType == ObjectTypes.Group && r.Name == RelationNames.Member && authors.Contains(r.SubjectId))
            .Where(r => r.FromAt <= at && (r.ToAt == null || r.ToAt > at))
            .OrderBy(r => r.FromAt)
            .ThenBy(r => r.Id)
            .Select(r => new { r.SubjectId, r.ObjectId })
            .ToListAsync(ct);
        return held.DistinctBy(r => r.SubjectId).ToDictionary(r => r.SubjectId, r => r.ObjectId);
    }

    // Who is here for the first time gets the next places, in the order in which they asked.
    private async Task<PoolPlaces> PlacesOfAsync(Pool pool, List<Guid> authors, CancellationToken ct)
    {
        var known = await db.PoolPlaces.AsNoTracking().Where(place => place.PoolId == pool.Id)
            .ToDictionaryAsync(place => place.MemberId, place => place.Position, ct);
        var fresh = authors.Where(author => !known.ContainsKey(author))
            .Select((author, number) => new PoolPlace { PoolId = pool.Id, MemberId = author, Position = known.Count + number })
            .ToList();
        fresh.ForEach(place => known.Add(place.MemberId, place.Position));
        return new PoolPlaces(known, fresh, new RoundTurn(pool.TurnFirst, known.Count));
    }
}

/// <summary>What was read. What the policy does not look at is empty.</summary>
internal sealed class PeopleAsking
{
    internal required IReadOnlyDictionary<Guid, int> Access { get; init; }

    internal required IReadOnlyDictionary<Guid, int> Shares { get; init; }

    internal required IReadOnlyDictionary<Guid, int> Cohort { get; init; }

    internal required IReadOnlyDictionary<Guid, int> Classes { get; init; }

    internal required IReadOnlyDictionary<Guid, Guid> Groups { get; init; }

    internal required ILookup<Guid, Window> Wishes { get; init; }

    internal required PoolPlaces? Places { get; init; }

    internal RoundPerson Person(Guid memberId, RoundPerson named, Func<string, string> name) => named with
    {
        Access = Access.GetValueOrDefault(memberId),
        Share = Shares.GetValueOrDefault(memberId, 1),
        IsOfCohort = Cohort.GetValueOrDefault(memberId) == 1,
        Community = Groups.TryGetValue(memberId, out var group) ? name(group.ToString("D")) : "",
        Position = Places?.All[memberId] ?? 0,
    };
}

/// <summary>Places in a pool where people take turns.</summary>
/// <param name="All">Everybody's.</param>
/// <param name="Fresh">Those that are not kept yet.</param>
/// <param name="Turn">Whose turn it is.</param>
internal sealed record PoolPlaces(IReadOnlyDictionary<Guid, int> All, IReadOnlyList<PoolPlace> Fresh, RoundTurn Turn);
