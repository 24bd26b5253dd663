namespace PostMoney.Fairness.Claims;

/// <summary>Claims in the order of their keys: each person has one at a time, and the next once it was granted.</summary>
/// <remarks>O(log people) a claim.</remarks>
internal sealed class ClaimQueue
{
    private readonly ClaimOrder _order;
    private readonly PriorityQueue<int, ClaimKey> _claims = new();

    public ClaimQueue(ClaimOrder order, IEnumerable<int> people, Func<int, int> grantedBefore)
    {
        _order = order;
        foreach (var person in people)
        {
            _claims.Enqueue(person, order.KeyOf(person, grantedBefore(person)));
        }
    }

    public bool TryTake(out int person, out ClaimKey key) => _claims.TryDequeue(out person, out key);

    public void Claim(int person, int granted) => _claims.Enqueue(person, _order.KeyOf(person, granted));
}
