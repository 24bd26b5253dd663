namespace PostMoney.ActivityStreams.Origins;

/// <summary>Why a document or a key is not taken as whose it says it is.</summary>
/// <remarks>FEP-fe34, which has no codes: these are ours.</remarks>
/// <param name="Code">Stable, dotted name, such as <c>origin.owner</c>; logs and tests compare it.</param>
/// <param name="Message">One sentence that is safe to show; it quotes nothing from the document.</param>
public sealed record OriginProblem(string Code, string Message)
{
    /// <summary>The document is no object, or its id is there and is no canonical https URL.</summary>
    public static OriginProblem Id { get; } = new("origin.id", "The document has no id that can be trusted.");

    /// <summary>The owner is missing, several, or no canonical https URL (security case O-18).</summary>
    public static OriginProblem Owner { get; } = new("origin.owner", "The document does not name exactly one owner.");

    /// <summary>The id and its owner are of two origins (FEP-fe34; security case O-07).</summary>
    public static OriginProblem OtherOrigin { get; } = new("origin.other", "The document is not where its owner is.");

    /// <summary>The one who acts is not the owner of what is changed. Same host is not same person (security cases S-02, O-08, O-09).</summary>
    public static OriginProblem NotOwner { get; } = new("origin.not_owner", "Only its owner may change this.");

    /// <summary>The owner's document does not name the key, or the key names another owner (security case S-03).</summary>
    public static OriginProblem KeyNotNamed { get; } = new("origin.key_not_named", "The key is not among its owner's keys.");

    /// <summary>The key is of a kind or size that is not used, or cannot be read.</summary>
    public static OriginProblem KeyRefused { get; } = new("origin.key_refused", "The key is of a kind that is not used here.");
}
