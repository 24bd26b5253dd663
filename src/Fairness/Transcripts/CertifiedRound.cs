namespace PostMoney.Fairness.Transcripts;

/// <summary>A round as the certificate looks at it: who could have which cell, under which caps, and what was given.</summary>
/// <remarks>Put together from published facts alone. Claimants are people; where needs have classes, a person once for each class.</remarks>
internal sealed class CertifiedRound
{
    /// <summary>No cell.</summary>
    public const int Nowhere = -1;

    /// <summary>Name of each claimant.</summary>
    public required IReadOnlyList<string> Claimants { get; init; }

    /// <summary>Name of each need.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Name of each cell.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>Claimant of each need.</summary>
    public required int[] ClaimantOf { get; init; }

    /// <summary>Group of each need.</summary>
    public required int[] GroupOf { get; init; }

    /// <summary>Cells that could serve each need.</summary>
    public required int[][] OptionsOf { get; init; }

    /// <summary>Capacity of each cell.</summary>
    public required int[] Capacity { get; init; }

    /// <summary>Each group's claimant, and how many units it may have.</summary>
    public required IReadOnlyList<(int Claimant, int Cap)> Groups { get; init; }

    /// <summary>Each need's cell, or <see cref="Nowhere"/>.</summary>
    public required int[] CellOf { get; init; }

    /// <summary>The stage of each claimant, where stages run one after the other; empty for one stage.</summary>
    public int[] StageOf { get; init; } = [];

    /// <summary>The round that a transcript tells; what was given is not filled in.</summary>
    /// <exception cref="KeyNotFoundException">A need names a person or a resource that is not there.</exception>
    public static CertifiedRound Of(TranscriptDocument transcript)
    {
        var problem = transcript.Problem;
        var people = Numbers(problem.People.Select(person => person.Id));
        var cells = Numbers(problem.Resources.Select(cell => cell.Id));
        var claimantOf = problem.Needs.Select(need => people[need.Person]).ToArray();
        var (groups, groupOf) = Grouped([.. problem.Needs.Select((need, number) => (claimantOf[number], need.Period))]);
        return new CertifiedRound
        {
            Claimants = [.. problem.People.Select(person => person.Id)],
            Needs = [.. problem.Needs.Select(need => need.Id)],
            Cells = [.. problem.Resources.Select(cell => cell.Id)],
            ClaimantOf = claimantOf,
            GroupOf = groupOf,
            OptionsOf = [.. problem.Needs.Select(need => need.Options.Select(option => cells[option]).ToArray())],
            Capacity = [.. problem.Resources.Select(cell => cell.Capacity)],
            Groups = [.. groups.Select(group => (group.Claimant, problem.Quota))],
            CellOf = Unplaced(problem.Needs.Count),
        };
    }

    /// <summary>A problem under one stage.</summary>
    public static CertifiedRound Of(AllocationProblem problem) => new()
    {
        Claimants = problem.People,
        Needs = problem.Needs,
        Cells = problem.Cells,
        ClaimantOf = [.. Enumerable.Range(0, problem.Needs.Count).Select(problem.PersonOf)],
        GroupOf = problem.Need.Group,
        OptionsOf = OptionsIn(problem),
        Capacity = problem.Capacity,
        Groups = [.. problem.Group.Person.Zip(problem.Group.Cap)],
        CellOf = Unplaced(problem.Needs.Count),
    };

    /// <summary>A problem in which each person claims once for each class; of a quota a class has what more pressing ones left.</summary>
    public static CertifiedRound Of(AllocationProblem problem, IReadOnlyList<int> classes, Allocation allocation)
    {
        var (claimants, claimantOf) = Grouped([.. classes.Select((one, need) => (problem.PersonOf(need), (long)one))]);
        var (groups, groupOf) = Grouped([.. claimantOf.Select((claimant, need) => (claimant, (long)problem.Need.Group[need]))]);
        var used = new int[groups.Count];
        foreach (var given in allocation.Given)
        {
            used[groupOf[given.Need]]++;
        }

        var groupsOfQuota = Enumerable.Range(0, groups.Count).ToLookup(group => groups[group].Family);
        return new CertifiedRound
        {
            Claimants = [.. claimants.Select(claimant => problem.People[claimant.Claimant])],
            Needs = problem.Needs,
            Cells = problem.Cells,
            ClaimantOf = claimantOf,
            GroupOf = groupOf,
            OptionsOf = OptionsIn(problem),
            Capacity = problem.Capacity,
            Groups = [.. groups.Select(group => (group.Claimant, problem.Group.Cap[(int)group.Family] - groupsOfQuota[group.Family]
                .Where(other => claimants[groups[other].Claimant].Family < claimants[group.Claimant].Family)
                .Sum(other => used[other])))],
            CellOf = Unplaced(problem.Needs.Count),
            StageOf = [.. claimants.Select(claimant => (int)claimant.Family)],
        };
    }

    private static int[][] OptionsIn(AllocationProblem problem) =>
        [.. Enumerable.Range(0, problem.Needs.Count).Select(need => problem.OptionsOf(need).ToArray())];

    private static int[] Unplaced(int needs)
    {
        var cells = new int[needs];
        Array.Fill(cells, Nowhere);
        return cells;
    }

    private static Dictionary<string, int> Numbers(IEnumerable<string> names) =>
        names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);

    /// <summary>Equal keys get one number, in the order in which they first come.</summary>
    private static (List<(int Claimant, long Family)> Groups, int[] GroupOf) Grouped((int Claimant, long Family)[] keys)
    {
        var (groups, number) = (new List<(int, long)>(), new Dictionary<(int, long), int>());
        return (groups, Array.ConvertAll(keys, key =>
        {
            if (!number.TryGetValue(key, out var group))
            {
                number.Add(key, group = groups.Count);
                groups.Add(key);
            }

            return group;
        }));
    }
}
