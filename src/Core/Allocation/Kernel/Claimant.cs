using PostMoney.Core.Allocation.Policies;
using PostMoney.Fairness;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>One person in a draw: the needs still to be tried, in the person's own order, and what was granted so far.</summary>
internal sealed class Claimant
{
    private readonly RoundPerson _person;
    private readonly AllocationPolicy _policy;
    private readonly Queue<(int Index, RoundNeed Need)> _waiting;
    private readonly IReadOnlyList<TicketKey> _keys;
    private int _granted;
    private long _grantedMinutes;

    /// <param name="person">Who.</param>
    /// <param name="policy">The order of claims.</param>
    /// <param name="needs">The person's needs, one at least, with their indices.</param>
    /// <param name="seed">The seed of the round.</param>
    public Claimant(RoundPerson person, AllocationPolicy policy, IEnumerable<(int Index, RoundNeed Need)> needs, ReadOnlySpan<byte> seed)
    {
        _person = person;
        _policy = policy;
        var own = needs.ToList();
        own.Sort((a, b) => CompareOwn(a.Need, b.Need));
        _waiting = new Queue<(int, RoundNeed)>(own);
        _keys = Lottery.TicketKeysOf(seed, person.Id, own.Max(entry => policy.WeightOf(entry.Need)));
    }

    /// <summary>The next claim, or null when every need was tried.</summary>
    public Claim? Next()
    {
        if (!_waiting.TryPeek(out var next))
        {
            return null;
        }

        var weight = _policy.WeightOf(next.Need);
        var rank = _policy.RankOf(next.Need, _person, _granted, _grantedMinutes);
        return new Claim(next.Index, _granted, rank, _keys[weight - 1], weight);
    }

    /// <summary>Notes that the claim was tried, and whether it was granted.</summary>
    public void Close(bool isGranted)
    {
        var (_, need) = _waiting.Dequeue();
        _granted += isGranted ? 1 : 0;
        _grantedMinutes += isGranted ? need.Window.Length.Ticks / TimeSpan.TicksPerMinute : 0;
    }

    /// <summary>Best rank first, then heaviest, then by arrival: so that a person's keys never fall from claim to claim.</summary>
    private int CompareOwn(RoundNeed a, RoundNeed b)
    {
        var byRank = _policy.RankOf(a, _person, 0, 0).CompareTo(_policy.RankOf(b, _person, 0, 0));
        var byWeight = byRank != 0 ? byRank : _policy.WeightOf(b).CompareTo(_policy.WeightOf(a));
        var byArrival = byWeight != 0 ? byWeight : a.SubmittedOrder.CompareTo(b.SubmittedOrder);
        return byArrival != 0 ? byArrival : string.CompareOrdinal(a.Id, b.Id);
    }
}
