using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>A draw in progress.</summary>
internal sealed class Draw
{
    private readonly RoundInput _input;
    private readonly Supply _supply;
    private readonly Placement _placement;
    private readonly Limits _limits;
    private readonly Reason?[] _reasons;
    private readonly List<DrawStep> _steps = [];

    public Draw(RoundInput input)
    {
        _input = input;
        _supply = new Supply(input.Offers);
        _placement = new Placement(_supply, input.Needs, input.Terms.Policy.Parameters[SharedParameters.Moves]);
        _limits = new Limits(input);
        _reasons = new Reason?[input.Needs.Count];
    }

    public void Run(ReadOnlySpan<byte> seed)
    {
        var claims = new PriorityQueue<(Claimant Claimant, Claim Claim), Claim>(Claim.Order);
        foreach (var claimant in Claimants(seed))
        {
            Enqueue(claims, claimant);
        }

        while (claims.TryDequeue(out var next, out _))
        {
            var reason = Try(next.Claim);
            next.Claimant.Close(reason == Reason.Allotted);
            Enqueue(claims, next.Claimant);
        }
    }

    public RoundResult Result() => new(_input, _supply, _limits, _steps, Lines());

    private static void Enqueue(PriorityQueue<(Claimant Claimant, Claim Claim), Claim> claims, Claimant claimant)
    {
        if (claimant.Next() is { } claim)
        {
            claims.Enqueue((claimant, claim), claim);
        }
    }

    private List<Claimant> Claimants(ReadOnlySpan<byte> seed)
    {
        var needs = new Dictionary<string, List<(int Index, RoundNeed Need)>>(StringComparer.Ordinal);
        for (var index = 0; index < _input.Needs.Count; index++)
        {
            var need = _input.Needs[index];
            if (need.IsWithdrawn || need.Offers.Count == 0)
            {
                _reasons[index] = need.IsWithdrawn ? Reason.Withdrawn : Reason.NotEligible;
                continue;
            }

            if (!needs.TryGetValue(need.Person, out var own))
            {
                needs.Add(need.Person, own = []);
            }

            own.Add((index, need));
        }

        var claimants = new List<Claimant>(needs.Count);
        foreach (var person in _input.People.Where(person => needs.ContainsKey(person.Id)))
        {
            claimants.Add(new Claimant(person, _input.Terms.Policy, needs[person.Id], seed));
        }

        return claimants;
    }

    private Reason Try(Claim claim)
    {
        var need = _input.Needs[claim.Need];
        IReadOnlyList<int>? moved = null;
        var reason = _limits.Cut(need);
        if (reason is null)
        {
            moved = _placement.TryPlace(claim.Need);
            reason = moved is not null ? Reason.Allotted
                : _placement.HasOpenUnit(claim.Need) ? Reason.Outranked
                : Reason.NoUnitFree;
        }

        if (moved is not null)
        {
            _limits.Count(need);
        }

        _reasons[claim.Need] = reason;
        _steps.Add(new DrawStep(
            need.Id,
            claim.Granted,
            (claim.Rank.First, claim.Rank.Second),
            claim.Weight,
            claim.Key,
            reason.Value,
            PlaceOf(claim.Need),
            [.. (moved ?? []).Select(other => PlaceOf(other)!)]));
        return reason.Value;
    }

    private DrawPlace? PlaceOf(int need) =>
        _placement.UnitOf(need) is { } unit ? new DrawPlace(_input.Needs[need].Id, unit.Offer, unit.Number) : null;

    private List<RoundLine> Lines()
    {
        var places = _steps.Where(step => step.Reason.IsWaiting())
            .Select((step, place) => (step.Need, Place: place + 1))
            .ToDictionary(entry => entry.Need, entry => entry.Place, StringComparer.Ordinal);
        return [.. _input.Needs.Select((need, index) => Line(index, places))];
    }

    private RoundLine Line(int index, Dictionary<string, int> places)
    {
        var need = _input.Needs[index];
        var reason = _reasons[index]!.Value;
        return PlaceOf(index) is { } placed ? new RoundLine.Allotted(need.Id, placed.Offer, placed.Unit, need.Window)
            : reason.IsWaiting() ? new RoundLine.Waiting(need.Id, places[need.Id], reason)
            : new RoundLine.Refused(need.Id, reason);
    }
}
