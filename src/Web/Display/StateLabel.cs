using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Items;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Outcomes;
using PostMoney.Core.Timelines;

namespace PostMoney.Web.Display;

/// <summary>A state as a badge: never colour alone, always an icon and a word.</summary>
/// <param name="State">Its name for themes.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Text">Its word.</param>
public sealed record StateLabel(string State, string Icon, string Text)
{
    /// <summary>How an item stands.</summary>
    public static StateLabel Of(ItemCard card) => (card.State, card.Kind) switch
    {
        (ItemState.Open, ItemKind.Offer) when card.FreeUnits == 0 => new("queued", "list", "All in use"),
        (ItemState.Open, ItemKind.Offer) => new("open", "circle", card.Units == 1 ? "Free now" : FormattableString.Invariant($"{card.FreeUnits} of {card.Units} free")),
        (ItemState.Open, _) => new("collecting", "inbox", "In the next round"),
        (ItemState.Met, _) => new("held", "check", "Allotted"),
        (ItemState.Withdrawn, _) => new("withdrawn", "x", "Withdrawn"),
        _ => new("expired", "minus", "Over"),
    };

    /// <summary>How a permit stands.</summary>
    public static StateLabel Of(AssignmentState state) => state switch
    {
        AssignmentState.Held => new("held", "hourglass", "Answer awaited"),
        AssignmentState.Active => new("active", "key", "Active"),
        AssignmentState.Ended => new("due", "clock", "Due back"),
        AssignmentState.Completed => new("completed", "check", "Completed"),
        AssignmentState.Declined => new("cancelled", "x", "Declined"),
        AssignmentState.Lapsed => new("expired", "minus", "Lapsed"),
        AssignmentState.Released => new("released", "back", "Given back"),
        _ => new("revoked", "ban", "Taken back"),
    };

    /// <summary>How it went.</summary>
    public static StateLabel Of(OutcomeResult result) => result switch
    {
        OutcomeResult.Completed => new("completed", "check", "As it was meant"),
        OutcomeResult.Partial => new("partial", "hourglass", "In part"),
        _ => new("failed", "alert", "Not at all"),
    };

    /// <summary>How a ticket stands.</summary>
    public static StateLabel Of(TicketState state) => state switch
    {
        TicketState.Assess => new("pending", "search", "To be looked at"),
        TicketState.Repair => new("held", "wrench", "In repair"),
        TicketState.Resolved => new("completed", "check", "Resolved"),
        _ => new("withdrawn", "x", "Retired"),
    };
}
