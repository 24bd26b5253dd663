using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Attestations;

/// <summary>Why nothing is attested.</summary>
public static class AttestationRefusals
{
    /// <summary>There is no such member, or they are not active.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "attestation.not-found", "There is no such member.");

    /// <summary>A steward cannot allot to themselves.</summary>
    public static Refusal Own { get; } = new(RefusalKind.Forbidden, "attestation.own", "Another steward has to attest what concerns you.");

    /// <summary>The value is none of those that there are.</summary>
    public static Refusal Value { get; } = new(RefusalKind.Invalid, "attestation.value", "Choose from the list.", "Value");

    /// <summary>The reason is missing or too long.</summary>
    public static Refusal Reason { get; } = new(
        RefusalKind.Invalid, "attestation.reason", $"Say why in {Attest.ShortestReason} to {Attest.LongestReason} characters.", "Why");
}
