namespace PostMoney.Fairness.Claims;

/// <summary>A fair-share tree: at every branch the child that had least for its share goes next, down to a person.</summary>
/// <remarks>
/// Its order moves with every unit given, so it is no <see cref="ClaimOrder"/>; ties go by ticket. With usage counted as the largest
/// part of any resource taken it is dominant-resource fairness. P7 of allocation.md §2.5; fair tree of Slurm; DRF, Ghodsi et al. 2011.
/// </remarks>
public sealed class ShareTree
{
    /// <summary>The root.</summary>
    public const int Root = 0;

    private readonly List<Branch> _branches = [new Branch(null, 1, 0, Root)];
    private readonly Dictionary<int, Branch> _leaves = [];

    /// <summary>Adds a branch, a community or a group for instance.</summary>
    /// <param name="under"><see cref="Root"/>, or a branch that was added.</param>
    /// <param name="share">1 or more.</param>
    /// <param name="ticket">Breaks ties between children of one branch.</param>
    /// <returns>Its number.</returns>
    public int AddBranch(int under, int share, int ticket) => Add(under, share, ticket, null);

    /// <summary>Adds a person.</summary>
    /// <param name="under">Root or branch.</param>
    /// <param name="person">Number of the person.</param>
    /// <param name="share">1 or more.</param>
    /// <param name="usage">What was used before, in any whole unit that all people share; it counts for every branch above.</param>
    /// <param name="ticket">Breaks ties.</param>
    public void AddPerson(int under, int person, int share, long usage, int ticket)
    {
        var leaf = _branches[Add(under, share, ticket, person)];
        _leaves.Add(person, leaf);
        Use(leaf, usage);
    }

    /// <summary>Who goes next among those who were not closed.</summary>
    /// <returns>The person, or −1 where all are closed.</returns>
    public int Next()
    {
        var at = _branches[Root];
        if (at.Open == 0)
        {
            return -1;
        }

        while (at.Person is null)
        {
            at = at.Children.Min!;
        }

        return at.Person.Value;
    }

    /// <summary>Where a person stands among those of the same branch.</summary>
    public ClaimKey KeyOf(int person)
    {
        var leaf = _leaves[person];
        return new ClaimKey(0, (ulong)leaf.Usage, (ulong)leaf.Share, leaf.Ticket);
    }

    /// <summary>Notes what a person was given.</summary>
    public void Use(int person, long amount) => Use(_leaves[person], amount);

    /// <summary>The person can be given nothing more.</summary>
    public void Close(int person)
    {
        for (var at = _leaves[person]; at is not null; at = at.Above)
        {
            if (--at.Open == 0)
            {
                at.Above?.Children.Remove(at);
            }
        }
    }

    private int Add(int under, int share, int ticket, int? person)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 1);
        var branch = new Branch(_branches[under], share, ticket, _branches.Count) { Person = person };
        _branches.Add(branch);
        for (var at = branch; person is not null && at is not null; at = at.Above)
        {
            if (at.Open++ == 0)
            {
                at.Above?.Children.Add(at);
            }
        }

        return branch.Number;
    }

    private static void Use(Branch leaf, long amount)
    {
        for (var at = leaf; at is not null; at = at.Above)
        {
            // A set must not see its members change.
            var isOpen = at.Above?.Children.Remove(at) is true;
            at.Usage += amount;
            if (isOpen)
            {
                at.Above!.Children.Add(at);
            }
        }
    }

    private sealed class Branch(Branch? above, int share, int ticket, int number)
    {
        public Branch? Above { get; } = above;

        /// <summary>Those with anybody who is not closed, least served first.</summary>
        public SortedSet<Branch> Children { get; } = new(Comparer<Branch>.Create(Compare));

        public int? Person { get; init; }

        public int Number { get; } = number;

        public long Usage { get; set; }

        /// <summary>People below it who are not closed.</summary>
        public int Open { get; set; }

        public int Share { get; } = share;

        public int Ticket { get; } = ticket;

        private static int Compare(Branch a, Branch b)
        {
            var byUsage = ((Int128)a.Usage * b.Share).CompareTo((Int128)b.Usage * a.Share);
            var byTicket = byUsage != 0 ? byUsage : a.Ticket.CompareTo(b.Ticket);
            return byTicket != 0 ? byTicket : a.Number.CompareTo(b.Number);
        }
    }
}
