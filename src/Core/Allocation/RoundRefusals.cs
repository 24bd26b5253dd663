using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>Every reason for which a round cannot be frozen, drawn or written down.</summary>
public static class RoundRefusals
{
    /// <summary>A commitment has 32 bytes.</summary>
    public static readonly Refusal NotACommitment = Invalid("commitment", "This is not a commitment to a secret.");

    /// <summary>The secret is not the one that the round was opened with.</summary>
    public static readonly Refusal SecretDiffers = new(
        RefusalKind.Conflict, "round.secret-differs", "The secret is not the one that this round committed to.");

    /// <summary>The round id is not a UUID in lower case with hyphens.</summary>
    public static readonly Refusal NotARound = Invalid("id", "The round needs its id, a UUID in lower case.");

    /// <summary>The round does not open before it closes, or its times are finer than a millisecond.</summary>
    public static readonly Refusal NotAnOpening = Invalid("times", "A round opens before it closes, to the millisecond.");

    /// <summary>A round in which people take turns needs to know whose turn it is, and no other does.</summary>
    public static readonly Refusal NoTurn = Invalid("turn", "Whose turn it is is missing, out of bounds, or of no use here.");

    /// <summary>More than a round holds; see <see cref="RoundLimits"/>.</summary>
    public static readonly Refusal TooLarge = Invalid("too-large", "This round is too large to draw at once. Divide the pool.");

    /// <summary>The transcript would be larger than <see cref="RoundLimits.MaxTranscriptBytes"/>.</summary>
    public static readonly Refusal TranscriptTooLarge =
        Invalid("transcript-too-large", "The transcript of this round would be too large to publish. Divide the pool.");

    /// <summary>There is no policy of this kind.</summary>
    public static readonly Refusal UnknownPolicy = Invalid("policy-kind", "There is no policy of this kind.");

    /// <summary>A policy's name is a token and its version counts from 1.</summary>
    public static readonly Refusal PolicyUnnamed =
        Invalid("policy-name", "A policy needs a name of letters, digits and hyphens, and a version from 1.");

    /// <summary>Policy parameters are one JSON object of integers.</summary>
    public static readonly Refusal ParametersUnreadable = Invalid("policy-parameters", "The parameters are not an object of whole numbers.");

    /// <summary>An id that is not a token of 1 to 64 letters, digits, <c>.</c>, <c>_</c>, <c>:</c> or <c>-</c>, or that comes twice.</summary>
    public static Refusal BadId(string what) => Invalid("bad-id", $"The id of this {what} is missing, malformed or used twice.");

    /// <summary>A stretch of time that ends before it begins, is finer than a millisecond, or lies outside <see cref="RoundLimits"/>.</summary>
    public static Refusal BadWindow(string what) => Invalid("bad-window", $"The times of this {what} are reversed, out of bounds or finer than a millisecond.");

    /// <summary>A count that is negative or absurdly large.</summary>
    public static Refusal BadCount(string what) => Invalid("bad-count", $"A count of this {what} is out of bounds.");

    /// <summary>Something names what is not part of the round.</summary>
    public static Refusal Unknown(string what) => Invalid("unknown", $"There is no such {what} in this round.");

    /// <summary>A parameter that the policy does not have.</summary>
    public static Refusal UnknownParameter(string name) => Invalid("policy-parameter", "This policy has no such parameter.").At(name);

    /// <summary>A parameter outside its bounds.</summary>
    public static Refusal OutOfBounds(string name, long min, long max) =>
        Invalid("policy-bounds", $"This must be a whole number from {min} to {max}.").At(name);

    private static Refusal Invalid(string code, string message) => new(RefusalKind.Invalid, $"round.{code}", message);
}
