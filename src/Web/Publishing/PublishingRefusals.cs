using PostMoney.Core.Foundation;

namespace PostMoney.Web.Publishing;

/// <summary>Why something that was sent to be published could not be read.</summary>
internal static class PublishingRefusals
{
    internal static Refusal NeedsScripting { get; } = new(
        RefusalKind.Invalid, "publish.needs-scripting",
        "Your passport is in your browser, which signs with scripting. Turn it on, or ask a steward for a passport that the node keeps.");

    internal static Refusal Body { get; } = new(
        RefusalKind.Invalid, "publish.body", "What arrived is not a signed record. Please send the form again.");
}
