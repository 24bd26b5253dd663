using PostMoney.Core.Foundation;

namespace PostMoney.Core.Needs;

/// <summary>Why a need is not published, revised or withdrawn.</summary>
public static class NeedRefusals
{
    /// <summary>The offer that is asked for is not open to them.</summary>
    public static Refusal Offer { get; } = new(
        RefusalKind.Invalid, "need.offer", "That offer is no longer open, or is of another kind.", "AskedOfferId");

    /// <summary>The window lies outside the offer's.</summary>
    public static Refusal OutsideOffer { get; } = new(
        RefusalKind.Invalid, "need.outside-offer", "It is not available for all of that time.", "To");

    /// <summary>One does not ask oneself.</summary>
    public static Refusal OwnOffer { get; } = new(
        RefusalKind.Invalid, "need.own-offer", "That is your own offer.", "AskedOfferId");

    /// <summary>Another window ends before it begins, is over, or too far ahead.</summary>
    public static Refusal OtherWindow { get; } = new(
        RefusalKind.Invalid, "need.other-window", "It has to end after it begins, and not be over or years ahead.");

    /// <summary>A window comes twice, or there are too many.</summary>
    public static Refusal SameWindow { get; } = new(
        RefusalKind.Invalid, "need.same-window", "Name each time once, and at most four beside the first.", "From1");

    /// <summary>Too many needs wait.</summary>
    public static Refusal TooMany { get; } = new(
        RefusalKind.Conflict, "need.too-many", "You have many open needs. Withdraw one first, so that everybody gets a turn.");

    /// <summary>It is allotted.</summary>
    public static Refusal Allotted { get; } = new(
        RefusalKind.Conflict, "need.allotted", "You hold a permit for it. Give that back first.");
}
