using PostMoney.Fairness.Slots;

namespace PostMoney.Fairness.Transcripts;

/// <summary>Commits to a round of single cells, draws it, and writes down all that is needed to check it.</summary>
public static class WriteTranscript
{
    /// <summary>The facts of a problem as they are published, in their order.</summary>
    /// <param name="problem">Needs of one cell and one unit each, under one quota.</param>
    /// <param name="quota">Units of one person in one period.</param>
    /// <param name="person">Access, weight and place of a person, by number.</param>
    /// <param name="batch">When a need arrived, by number.</param>
    public static PublishedProblem Publish(
        AllocationProblem problem, int quota, Func<int, PublishedPerson> person, Func<int, long>? batch = null)
    {
        var used = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in problem.OptionCell.Distinct())
        {
            used.Add(problem.Cells[cell], problem.Capacity[cell]);
        }

        return new PublishedProblem(
            [.. Enumerable.Range(0, problem.Needs.Count).Select(need => new PublishedNeed(
                problem.Needs[need], problem.People[problem.PersonOf(need)], problem.Group.Family[problem.Need.Group[need]],
                [.. problem.OptionsOf(need).ToArray().Select(cell => problem.Cells[cell]).Order(StringComparer.Ordinal)],
                batch?.Invoke(need) ?? 0))],
            [.. problem.Group.Person.Distinct().Select(number => person(number) with { Id = problem.People[number] })],
            [.. used.Select(cell => new PublishedCell(cell.Key, cell.Value))],
            quota);
    }

    /// <summary>The commitment to a problem and to where the seed will come from.</summary>
    public static Commitment Commit(
        string round, PublishedProblem problem, PublishedPolicy policy, IReadOnlyList<SortedDictionary<string, object>> sources, byte[] previous) =>
        new(round, VerifyTranscript.RootsOf(problem, policy.Name), problem.Quota, policy, sources, previous);

    /// <summary>The hash of a commitment; what is published, and countersigned, before the entropy is known.</summary>
    public static byte[] HashOf(Commitment commit) => VerifyTranscript.HashOf(commit);

    /// <summary>Draws what was committed to.</summary>
    /// <param name="commit">The commitment.</param>
    /// <param name="problem">What it pins.</param>
    /// <param name="entropy">What each of its sources gave, 32 bytes each.</param>
    public static TranscriptDocument Draw(Commitment commit, PublishedProblem problem, IReadOnlyList<byte[]> entropy)
    {
        var hash = VerifyTranscript.HashOf(commit);
        var seed = VerifyTranscript.SeedOf(hash, entropy);
        var open = new TranscriptDocument(commit, hash, entropy, seed, problem, [], []);
        var compiled = Compile(problem);
        var allocation = AllocateSlots.Run(compiled, PublishedOrder.Of(open));
        var assignments = allocation.Given
            .Select(given => (compiled.Needs[given.Need], problem.Resources[given.Cell].Id))
            .ToList();
        return open with { Assignments = assignments, ResultHash = CanonicalForm.Hash(CanonicalForm.Of(assignments)) };
    }

    /// <summary>The canonical bytes.</summary>
    public static byte[] Bytes(TranscriptDocument transcript) => CanonicalForm.Of(transcript);

    /// <summary>Puts a published problem back together. Each resource is an offer of one cell, so cells keep their order.</summary>
    internal static AllocationProblem Compile(PublishedProblem problem)
    {
        var builder = new ProblemBuilder();
        foreach (var person in problem.People)
        {
            builder.AddPerson(person.Id);
        }

        var cells = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in problem.Resources)
        {
            cells.Add(cell.Id, builder.AddOffer(cell.Id, [cell.Capacity]));
        }

        foreach (var need in problem.Needs)
        {
            builder.AddNeed(
                need.Id, need.Person, (need.Period, problem.Quota), NeedSize.One, need.Options.Select(option => new Option(cells[option], 0)));
        }

        return builder.Build();
    }
}
