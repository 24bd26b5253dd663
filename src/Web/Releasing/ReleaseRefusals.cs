using PostMoney.Core.Foundation;

namespace PostMoney.Web.Releasing;

/// <summary>Why something sealed is not shown.</summary>
internal static class ReleaseRefusals
{
    internal static Refusal SentBefore { get; } = new(
        RefusalKind.Conflict, "release.sent-before", "It is closed again. Give your passphrase once more to open it anew.");

    internal static Refusal NotNow { get; } = new(
        RefusalKind.Forbidden, "release.not-now", "There is nothing that you can open at the moment.");
}
