namespace PostMoney.Fairness.Claims;

/// <summary>Runs claims through a kernel to their end, and remembers each.</summary>
internal sealed class ClaimRun(IClaimKernel kernel, CommunityCaps? caps)
{
    private readonly List<Claimed> _claims = [];

    public IReadOnlyList<Claimed> Claims => _claims;

    /// <summary>One stage under an order of claims.</summary>
    public void Run(ClaimOrder order, IEnumerable<int> people, int stage = 0)
    {
        var queue = new ClaimQueue(order, people, person => kernel.Served[person]);
        while (queue.TryTake(out var person, out var key))
        {
            if (Try(person, stage, key))
            {
                queue.Claim(person, kernel.Served[person]);
            }
        }
    }

    /// <summary>A stage in which nobody is told no: whoever can have something more is given it, and it alone is remembered.</summary>
    public void Fill(ClaimOrder order, IEnumerable<int> people, int stage)
    {
        var queue = new ClaimQueue(order, people, person => kernel.Served[person]);
        while (queue.TryTake(out var person, out var key))
        {
            if (Try(person, stage, key))
            {
                queue.Claim(person, kernel.Served[person]);
            }
            else
            {
                _claims.RemoveAt(_claims.Count - 1);
            }
        }
    }

    /// <summary>One stage along a tree.</summary>
    public void Run(ShareTree tree, Func<int, long> amount)
    {
        for (var person = tree.Next(); person >= 0; person = tree.Next())
        {
            if (Try(person, 0, tree.KeyOf(person)))
            {
                tree.Use(person, amount(person));
            }
            else
            {
                tree.Close(person);
            }
        }
    }

    private bool Try(int person, int stage, ClaimKey key)
    {
        var granted = kernel.Served[person];
        var outcome = caps?.MayHaveMore(person) == false ? ClaimOutcome.CapReached
            : kernel.TryServe(person) ? ClaimOutcome.Served
            : ClaimOutcome.NoRoom;
        _claims.Add(new Claimed(person, granted, stage, key, outcome));
        if (outcome == ClaimOutcome.Served)
        {
            caps?.Count(person);
        }

        return outcome == ClaimOutcome.Served;
    }
}
