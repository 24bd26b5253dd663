using PostMoney.Core.Foundation;

namespace PostMoney.Core.Items;

/// <summary>Why an item is not published, revised or withdrawn.</summary>
public static class ItemRefusals
{
    /// <summary>It does not exist, or must look as if it did not.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "item.not-found", "There is nothing here.");

    /// <summary>It is met, withdrawn or over.</summary>
    public static Refusal NotAnyMore { get; } = new(RefusalKind.Conflict, "item.not-any-more", "It is no longer open.");

    /// <summary>Somebody else signed it.</summary>
    public static Refusal ForeignSignature { get; } = new(
        RefusalKind.Forbidden, "item.foreign-signature", "This record was signed by another passport than yours.");

    /// <summary>It names another node as its authority.</summary>
    public static Refusal ForeignAuthority { get; } = new(
        RefusalKind.Invalid, "item.foreign-authority", "This record is meant for another node.", "authority");

    /// <summary>The version is not the next one: it was changed elsewhere meanwhile, or is replayed.</summary>
    public static Refusal Version { get; } = new(
        RefusalKind.Conflict, "item.version", "It was changed meanwhile. Please look at it again.", "version");

    /// <summary>An item of that id exists.</summary>
    public static Refusal Known { get; } = new(RefusalKind.Conflict, "item.known", "This record was published already.", "id");

    /// <summary>The record was made too long ago, or in the future.</summary>
    public static Refusal Published { get; } = new(
        RefusalKind.Invalid, "item.published", "This record was made too long ago. Please send the form again.", "published");

    /// <summary>The record has more, less or other things in it than a record of its type.</summary>
    public static Refusal Shape { get; } = new(
        RefusalKind.Invalid, "record.shape", "The record does not have the shape it should have.");

    /// <summary>The title is missing or too long.</summary>
    public static Refusal Title { get; } = new(
        RefusalKind.Invalid, "item.title", "Give it a title of at most 120 characters.", "Title");

    /// <summary>The summary is too long.</summary>
    public static Refusal Summary { get; } = new(
        RefusalKind.Invalid, "item.summary", "Keep the summary under 1,000 characters.", "Summary");

    /// <summary>The beginning is missing, or is no time.</summary>
    public static Refusal From { get; } = new(RefusalKind.Invalid, "item.from", "Say when it begins.", "From");

    /// <summary>The end is missing, or is no time.</summary>
    public static Refusal To { get; } = new(RefusalKind.Invalid, "item.to", "Say when it ends.", "To");

    /// <summary>The window ends before it begins.</summary>
    public static Refusal WindowReversed { get; } = new(
        RefusalKind.Invalid, "item.window-reversed", "The end has to come after the beginning.", "To");

    /// <summary>The window is over.</summary>
    public static Refusal WindowOver { get; } = new(RefusalKind.Invalid, "item.window-over", "That time is over already.", "To");

    /// <summary>The window is too long.</summary>
    public static Refusal WindowLong { get; } = new(
        RefusalKind.Invalid, "item.window-long", "Plan at most three years ahead.", "To");

    /// <summary>The window began too long ago.</summary>
    public static Refusal WindowEarly { get; } = new(
        RefusalKind.Invalid, "item.window-early", "It cannot have begun more than ten years ago.", "From");

    /// <summary>There is no such category here, or it takes nothing new.</summary>
    public static Refusal Category { get; } = new(
        RefusalKind.Invalid, "item.category", "This node has no such category, or it takes nothing new.", "Category");

    /// <summary>A revision keeps its category.</summary>
    public static Refusal CategoryStays { get; } = new(
        RefusalKind.Invalid, "item.category-stays", "The category stays as it is. Withdraw it and publish another one.", "Category");

    /// <summary>No group is named, or not one of theirs.</summary>
    public static Refusal Group { get; } = new(
        RefusalKind.Invalid, "item.group", "Choose a group that you belong to.", "Group");

    /// <summary>Nobody is named, or somebody who is no member.</summary>
    public static Refusal Readers { get; } = new(
        RefusalKind.Invalid, "item.readers", "Name at least one member by handle, at most 50.", "Readers");

    /// <summary>The payload does not fit the record.</summary>
    public static Refusal Payload { get; } = new(
        RefusalKind.Invalid, "item.payload", "The sealed part does not fit the record. Nothing was stored; please send the form again.", "payload");

    /// <summary>The number of units is not possible.</summary>
    public static Refusal Units { get; } = new(
        RefusalKind.Invalid, "item.units", $"Between 1 and {Offer.MostUnits:N0} units.", "Units");
}
