using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>How a policy orders the claims of one round.</summary>
/// <param name="Order">The key of a person's claim, by the person's number in the round's problem.</param>
/// <param name="TicketOf">What was drawn for a person's claim after so many units; null where nothing is drawn.</param>
internal sealed record ClaimPlan(ClaimOrder Order, Func<int, int, DrawnTicket?> TicketOf)
{
    /// <summary>A fresh tree, where claims follow one and no order; null elsewhere.</summary>
    public Func<ShareTree>? NewTree { get; init; }

    /// <summary>An order whose keys are given by a function of person and units granted; they must not fall as units grow.</summary>
    public static ClaimPlan By(Func<int, int, ClaimKey> keyOf, Func<int, int, DrawnTicket?> ticketOf) => new(new KeyedOrder(keyOf), ticketOf);

    private sealed class KeyedOrder(Func<int, int, ClaimKey> keyOf) : ClaimOrder
    {
        public override ClaimKey KeyOf(int person, int granted) => keyOf(person, granted);
    }
}
