using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>Quotas and cooldown, and what has counted against them so far. They cut a claim before anything is placed.</summary>
internal sealed class Limits
{
    private readonly RoundTerms _terms;
    private readonly Dictionary<string, string> _nodeOf;
    private readonly Dictionary<string, long> _nodeUses;
    private readonly Dictionary<(string Person, long Period), int> _granted = [];
    private readonly Dictionary<string, List<Slot>> _held = new(StringComparer.Ordinal);
    private long _foreignUses;

    public Limits(RoundInput input)
    {
        _terms = input.Terms;
        _nodeOf = input.People.ToDictionary(person => person.Id, person => person.Node, StringComparer.Ordinal);
        _nodeUses = input.Nodes.ToDictionary(node => node.Id, node => (long)node.UsesSoFar, StringComparer.Ordinal);
        _foreignUses = input.Nodes.Where(node => node.Id != _terms.Home).Sum(node => (long)node.UsesSoFar);
    }

    /// <summary>The rule that cuts the need, or null.</summary>
    public Reason? Cut(RoundNeed need)
    {
        if (IsCooling(need))
        {
            return Reason.Cooldown;
        }

        if (IsReached(SharedParameters.QuotaPerPerson, UsesOf(need)))
        {
            return Reason.PersonQuota;
        }

        var node = _nodeOf[need.Person];
        if (IsReached(SharedParameters.QuotaPerNode, _nodeUses[node]))
        {
            return Reason.NodeQuota;
        }

        return node != _terms.Home && IsReached(SharedParameters.QuotaForeign, _foreignUses) ? Reason.ForeignQuota : null;
    }

    /// <summary>Counts a need that was placed.</summary>
    public void Count(RoundNeed need)
    {
        var key = (need.Person, PeriodOf(need));
        _granted[key] = _granted.GetValueOrDefault(key) + 1;
        if (!_held.TryGetValue(need.Person, out var held))
        {
            _held.Add(need.Person, held = []);
        }

        held.Add(Slot.Of(need.Window));
        var node = _nodeOf[need.Person];
        _nodeUses[node]++;
        _foreignUses += node == _terms.Home ? 0 : 1;
    }

    /// <summary>The person's uses in the need's period, with those of this round.</summary>
    public int UsesOf(RoundNeed need) => need.UsesSoFar + _granted.GetValueOrDefault((need.Person, PeriodOf(need)));

    /// <summary>When the cooldown that cuts the need is over; null where it is a later use that the need comes too close to.</summary>
    public long? CoolUntil(RoundNeed need)
    {
        var slot = Slot.Of(need.Window);
        var ends = HeldBy(need)
            .Where(held => held.From < slot.To)
            .Select(held => held.To)
            .Concat(need.LastUseEnd is { } end ? [end.ToUnixTimeMilliseconds()] : [])
            .Select(end => end + CooldownMilliseconds)
            .Where(end => end > slot.From)
            .ToList();
        return ends.Count == 0 ? null : ends.Max();
    }

    /// <summary>Uses of one person, each lengthened by the cooldown, may not overlap.</summary>
    private bool IsCooling(RoundNeed need)
    {
        var pause = CooldownMilliseconds;
        if (pause == 0)
        {
            return false;
        }

        var slot = Slot.Of(need.Window);
        return (need.LastUseEnd is { } end && end.ToUnixTimeMilliseconds() + pause > slot.From)
            || (need.NextUseFrom is { } next && slot.To + pause > next.ToUnixTimeMilliseconds())
            || HeldBy(need).Any(held => held.From < slot.To + pause && slot.From < held.To + pause);
    }

    private List<Slot> HeldBy(RoundNeed need) => _held.GetValueOrDefault(need.Person) ?? [];

    private long PeriodOf(RoundNeed need) =>
        ChargingPeriod.IndexOf(need.Window.From, _terms.Policy.Parameters[SharedParameters.QuotaPeriodDays]);

    private bool IsReached(string quota, long uses) => _terms.Policy.Parameters[quota] is > 0 and var limit && uses >= limit;

    private long CooldownMilliseconds => (long)_terms.Policy.Cooldown.TotalMilliseconds;
}
