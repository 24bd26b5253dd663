using PostMoney.Core.Foundation;

namespace PostMoney.Core.Offers;

/// <summary>Why an offer is not revised or withdrawn.</summary>
public static class OfferRefusals
{
    /// <summary>A unit that would go is promised.</summary>
    public static Refusal UnitsPromised { get; } = new(
        RefusalKind.Conflict, "offer.units-promised", "Some of these units are promised already. Keep at least as many.", "Units");

    /// <summary>A promise lies outside the new window.</summary>
    public static Refusal WindowPromised { get; } = new(
        RefusalKind.Conflict, "offer.window-promised", "A promised use lies outside this window.", "To");

    /// <summary>Somebody holds a permit for it.</summary>
    public static Refusal Promised { get; } = new(
        RefusalKind.Conflict, "offer.promised", "It is promised to somebody. End that permit first, so that they are told.");
}
