namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>What a verified transcript says, in short.</summary>
/// <param name="Round">The round's id.</param>
/// <param name="Pool">The pool's id.</param>
/// <param name="PolicyKind">Kind of the policy.</param>
/// <param name="PolicyName">Its name.</param>
/// <param name="PolicyVersion">Its version.</param>
/// <param name="PolicyHash">Its hash; compare it with the policy that the community adopted.</param>
/// <param name="Commitment">What was promised at the opening; compare it with what was published then.</param>
/// <param name="LockHash">Hash of the frozen input; compare it with what was published at the close.</param>
/// <param name="Hash">Hash of the canonical transcript; compare it with what was signed.</param>
/// <param name="Allotted">Needs that were given a unit.</param>
/// <param name="Waiting">Needs that wait.</param>
/// <param name="Refused">Needs that a rule kept out.</param>
/// <param name="Offers">Offers in the round.</param>
public sealed record TranscriptSummary(
    string Round,
    string Pool,
    string PolicyKind,
    string PolicyName,
    int PolicyVersion,
    string PolicyHash,
    string Commitment,
    string LockHash,
    string Hash,
    int Allotted,
    int Waiting,
    int Refused,
    int Offers);
