using PostMoney.Core.Allocation.Kernel;
using PostMoney.Fairness;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>A lottery in which each need draws a ticket of its own.</summary>
/// <remarks>Claim key (k-th smallest ticket of the person's needs). More needs draw more tickets, so a quota belongs with it.</remarks>
public sealed class NeedLotteryPolicy : AllocationPolicy
{
    private NeedLotteryPolicy(PolicyName name, PolicyParameters parameters)
        : base(name, parameters)
    {
    }

    /// <inheritdoc />
    public override string Kind => "need-lottery";

    internal static PolicyKind Description { get; } = new(
        "need-lottery",
        "Lottery of needs",
        "Each need has one ticket, and the best tickets come first, whoever they belong to. Whoever asks more often draws more tickets: "
            + "use it where people ask for different things, and with a quota.",
        [.. SharedParameters.All],
        (name, parameters) => new NeedLotteryPolicy(name, parameters));

    internal override ClaimPlan PlanOf(RoundProblem round, ReadOnlySpan<byte> seed)
    {
        string[] names = [.. Enumerable.Range(0, round.Problem.Needs.Count).Select(need => round.NeedOf(need).Id)];
        var places = Tickets.Places(seed, names);
        var tickets = new DrawnTicket[names.Length];
        for (var need = 0; need < names.Length; need++)
        {
            tickets[need] = new DrawnTicket(names[need], 1, Lottery.TicketKeyOf(seed, names[need], 1));
        }

        var own = Enumerable.Range(0, names.Length).GroupBy(round.Problem.PersonOf)
            .ToDictionary(needs => needs.Key, needs => needs.OrderBy(need => places[need]).Select(need => tickets[need]).ToArray());
        return new ClaimPlan(
            new NeedLottery(round.Problem, places), (person, granted) => own[person][Math.Min(granted, own[person].Length - 1)]);
    }
}
