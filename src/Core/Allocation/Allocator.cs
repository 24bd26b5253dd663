using PostMoney.Core.Allocation.Kernel;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Fairness;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Slots;

namespace PostMoney.Core.Allocation;

/// <summary>Draws a frozen round. The same input and seed give the same result everywhere.</summary>
/// <remarks>
/// People claim in the order of their policy's keys. A claim is granted where one more of the person's needs fits beside all that was
/// granted before; for it, needs may change units, and a person's need may be exchanged for another of the same person. What
/// a person was granted is never taken away by a later claim.
/// </remarks>
public static class Allocator
{
    /// <summary>Draws the round.</summary>
    /// <param name="input">What was frozen.</param>
    /// <param name="seed">32 bytes: <see cref="SeedCommitment.SeedOf"/>, or any others for a rehearsal.</param>
    public static RoundResult Run(RoundInput input, ReadOnlySpan<byte> seed)
    {
        var round = input.Problem;
        var plan = input.Terms.Policy.PlanOf(round, seed);
        var allocation = Chosen(round, input.Terms.Policy.Allocate(round, plan));
        var allotted = UnitLabels.Of(round, allocation);
        var state = new FinalState(round, input, allocation.Claims, allotted);
        return new RoundResult(input, (plan, allocation), state, StepsOf(round, plan, allocation), LinesOf(input, state, allotted));
    }

    /// <summary>Who was served chooses among what is still reachable, in the order of claims. It changes nothing of who is served.</summary>
    private static Fairness.Allocation Chosen(RoundProblem round, Fairness.Allocation allocation)
    {
        if (!round.Problem.IsSlotKind || allocation.Given.All(given => round.NeedOf(given.Need).Others.Count == 0))
        {
            return allocation;
        }

        var problem = round.Problem;
        var own = allocation.Given.GroupBy(given => problem.PersonOf(given.Need))
            .ToDictionary(given => given.Key, given => new Queue<int>(given.Select(one => one.Need).Order()));
        var choosing = allocation.Claims.Where(claim => claim.Outcome == ClaimOutcome.Served).Select(claim => own[claim.Person].Dequeue());
        var rankOf = RanksOf(round);
        return allocation with { Given = HonourRanks.Run(problem, allocation.Given, option => rankOf[option], choosing) };
    }

    private static int[] RanksOf(RoundProblem round)
    {
        var (problem, ranks) = (round.Problem, new int[round.Problem.OptionCount]);
        var option = 0;
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            foreach (var cell in problem.OptionsOf(need))
            {
                ranks[option++] = round.WishOf(need, round.PlaceOf(new Given(need, cell, 1)));
            }
        }

        return ranks;
    }

    private static IReadOnlyList<DrawStep> StepsOf(RoundProblem round, ClaimPlan plan, Fairness.Allocation allocation) =>
        [.. allocation.Claims.Select(claim => new DrawStep(
            round.People[claim.Person].Id, claim.Granted, claim.Stage, claim.Key, plan.TicketOf(claim.Person, claim.Granted), claim.Outcome))];

    private static List<RoundLine> LinesOf(RoundInput input, FinalState state, IReadOnlyList<RoundLine.Allotted> allotted)
    {
        var given = allotted.ToDictionary(line => line.Need, StringComparer.Ordinal);
        var reasons = input.Needs.Where(need => !given.ContainsKey(need.Id)).ToDictionary(need => need.Id, state.WhyNot, StringComparer.Ordinal);
        var places = input.Needs.Where(need => reasons.TryGetValue(need.Id, out var reason) && reason.IsWaiting())
            .OrderBy(state.LastClaimOf)
            .ThenBy(need => need, Comparer<RoundNeed>.Create(input.Terms.Policy.CompareOwn))
            .Select((need, place) => (need.Id, place))
            .ToDictionary(pair => pair.Id, pair => pair.place + 1, StringComparer.Ordinal);
        return [.. input.Needs.Select(need =>
            given.TryGetValue(need.Id, out var line) ? line
                : places.TryGetValue(need.Id, out var place) ? new RoundLine.Waiting(need.Id, place, reasons[need.Id])
                : (RoundLine)new RoundLine.Refused(need.Id, reasons[need.Id]))];
    }
}
