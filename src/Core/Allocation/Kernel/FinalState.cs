using PostMoney.Core.Allocation.Policies;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>What stands when a round is drawn: who holds what, and why each other need was given nothing.</summary>
internal sealed class FinalState
{
    private readonly RoundProblem _round;
    private readonly IReadOnlyList<Claimed> _claims;
    private readonly Dictionary<(string Person, long Period), int> _granted = [];
    private readonly Dictionary<string, List<Slot>> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ofNode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _personAt;
    private readonly ILookup<(int Person, int Stage), int> _claimsOf;
    private readonly Dictionary<string, HashSet<Slot>> _reachable;

    public FinalState(RoundProblem round, RoundInput input, IReadOnlyList<Claimed> claims, IEnumerable<RoundLine.Allotted> allotted)
    {
        (_round, _claims) = (round, claims);
        _personAt = round.People.Select((person, number) => (person.Id, number))
            .ToDictionary(pair => pair.Id, pair => pair.number, StringComparer.Ordinal);
        _claimsOf = Enumerable.Range(0, claims.Count)
            .ToLookup(claim => (claims[claim].Person, round.Terms.Policy.HasClasses ? claims[claim].Stage : 0));
        _reachable = Enumerable.Range(0, round.Problem.Needs.Count)
            .ToDictionary(need => round.NeedOf(need).Id, round.SlotsOf, StringComparer.Ordinal);
        foreach (var node in input.Nodes)
        {
            _ofNode[node.Id] = node.UsesSoFar;
        }

        var needs = input.Needs.ToDictionary(need => need.Id, StringComparer.Ordinal);
        foreach (var line in allotted)
        {
            Count(needs[line.Need], Slot.Of(line.Window));
        }
    }

    /// <summary>Why a need was given nothing.</summary>
    public Reason WhyNot(RoundNeed need)
    {
        var policy = _round.Terms.Policy;
        return need.IsWithdrawn ? Reason.Withdrawn
            : need.Offers.Count == 0 ? Reason.NotEligible
            : IsCooling(need) ? Reason.Cooldown
            : policy.Parameters[SharedParameters.QuotaPerPerson] is > 0 and var quota && UsesOf(need) >= quota ? Reason.PersonQuota
            : _claims[LastClaimOf(need)].Outcome == ClaimOutcome.CapReached ? CapOf(_round.People[_personAt[need.Person]])
            : _reachable[need.Id].Count > 0 ? Reason.Outranked
            : Reason.NoUnitFree;
    }

    /// <summary>The person's uses in the need's period, with those of this round.</summary>
    public int UsesOf(RoundNeed need) => need.UsesSoFar + _granted.GetValueOrDefault((need.Person, _round.PeriodOf(need)));

    /// <summary>When the pause that cuts the first choice is over; null where it is a later use that it comes too close to.</summary>
    public long? CoolUntil(RoundNeed need)
    {
        var slot = Slot.Of(need.Window);
        var ends = HeldBy(need).Where(held => held.From < slot.To)
            .Select(held => held.To)
            .Concat(need.LastUseEnd is { } end ? [end.ToUnixTimeMilliseconds()] : [])
            .Select(end => end + _round.Pause.Length)
            .Where(end => end > slot.From)
            .ToList();
        return ends.Count == 0 ? null : ends.Max();
    }

    /// <summary>The place of the claim at which the need's person was told no more, among all claims.</summary>
    public int LastClaimOf(RoundNeed need) => ClaimsOf(need).Last(claim => _claims[claim].Outcome != ClaimOutcome.Served);

    /// <summary>The place of the first claim that could have been for this need.</summary>
    public int? FirstClaimOf(RoundNeed need) => _personAt.ContainsKey(need.Person) && ClaimsOf(need).Any() ? ClaimsOf(need).First() : null;

    private IEnumerable<int> ClaimsOf(RoundNeed need) =>
        _claimsOf[(_personAt[need.Person], _round.Terms.Policy.HasClasses ? _round.Terms.Policy.ClassOf(need) : 0)];

    private void Count(RoundNeed need, Slot slot)
    {
        var key = (need.Person, _round.PeriodOf(need));
        _granted[key] = _granted.GetValueOrDefault(key) + 1;
        _ofNode[_round.People[_personAt[need.Person]].Node]++;
        if (!_held.TryGetValue(need.Person, out var held))
        {
            _held.Add(need.Person, held = []);
        }

        held.Add(slot);
    }

    /// <summary>Whether it is the pause that stands against every wish, or against every one for which there would be a unit.</summary>
    private bool IsCooling(RoundNeed need)
    {
        var reachable = _reachable[need.Id];
        return reachable.Count > 0
            ? reachable.All(slot => IsNearOwn(need, slot))
            : need.Wishes.All(wish => _round.Pause.Cuts(wish) || IsNearOwn(need, Slot.Of(wish.Window)));
    }

    private bool IsNearOwn(RoundNeed need, Slot slot) => HeldBy(need).Any(held => _round.Pause.Parts(held, slot));

    private List<Slot> HeldBy(RoundNeed need) => _held.GetValueOrDefault(need.Person) ?? [];

    private Reason CapOf(RoundPerson person) =>
        _round.Terms.Policy.Parameters[SharedParameters.QuotaPerNode] is > 0 and var quota && _ofNode[person.Node] >= quota
            ? Reason.NodeQuota
            : Reason.ForeignQuota;
}
