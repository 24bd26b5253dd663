using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Transcripts;

/// <summary>Decides whether an allocation of single cells is the one that its order of claims leads to, without running a kernel.</summary>
/// <remarks>Cost: that of reading the problem a few times. Needs ask for one unit each.</remarks>
public static class VerifyAllocation
{
    /// <summary>That nothing is given against a rule, nothing wasted, and nobody served before whoever came first.</summary>
    /// <returns>What is wrong, in words; empty where it holds.</returns>
    public static IReadOnlyList<string> Run(AllocationProblem problem, Allocation allocation, ClaimOrder order) =>
        Certificate.Check(CertifiedRound.Of(problem), Given(allocation), order.KeyOf);

    /// <summary>The same where a class of needs claims when all more pressing ones are done.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="classes">The class of each need; smaller is more pressing.</param>
    /// <param name="allocation">What was given.</param>
    /// <param name="inner">The order inside a class.</param>
    public static IReadOnlyList<string> RunByClass(
        AllocationProblem problem, IReadOnlyList<int> classes, Allocation allocation, ClaimOrder inner)
    {
        var round = CertifiedRound.Of(problem, classes, allocation);
        var personOf = new int[round.Claimants.Count];
        var servedIn = new int[round.Claimants.Count];
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            personOf[round.ClaimantOf[need]] = problem.PersonOf(need);
        }

        foreach (var given in allocation.Given)
        {
            servedIn[round.ClaimantOf[given.Need]]++;
        }

        var servedBefore = new int[round.Claimants.Count];
        var served = new int[problem.People.Count];
        foreach (var claimant in Enumerable.Range(0, servedIn.Length).OrderBy(claimant => round.StageOf[claimant]))
        {
            servedBefore[claimant] = served[personOf[claimant]];
            served[personOf[claimant]] += servedIn[claimant];
        }

        return Certificate.Check(
            round, Given(allocation), (claimant, granted) => inner.KeyOf(personOf[claimant], servedBefore[claimant] + granted));
    }

    /// <summary>That nothing is given against a rule and nothing wasted, whatever the order was.</summary>
    public static IReadOnlyList<string> RunForWaste(AllocationProblem problem, Allocation allocation) =>
        Certificate.Check(CertifiedRound.Of(problem), Given(allocation), order: null);

    /// <summary>That nothing is given against a rule: nothing over capacity or quota, and everybody only what they may have.</summary>
    public static IReadOnlyList<string> RunForBounds(AllocationProblem problem, Allocation allocation) =>
        Certificate.CheckBounds(CertifiedRound.Of(problem), Given(allocation)) is { } wrong ? [wrong] : [];

    private static IEnumerable<(int, int)> Given(Allocation allocation) => allocation.Given.Select(given => (given.Need, given.Cell));
}
