using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moderation;

/// <summary>What stewards decided about somebody: told to them with its reason, ending by itself where an end is set, and open to one appeal.</summary>
public sealed class Sanction
{
    /// <summary>The job that ends it.</summary>
    public const string EndJob = "end-sanction";

    /// <summary>Most characters of the reason, the appeal and its answer.</summary>
    public const int LongestText = 1_000;

    /// <summary>How long one can appeal.</summary>
    public static readonly TimeSpan AppealTime = TimeSpan.FromDays(20);

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>About whom.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>What was decided.</summary>
    public required SanctionKind Kind { get; init; }

    /// <summary>Why, in words that the person reads.</summary>
    public required string Reason { get; init; }

    /// <summary>The steward who decided.</summary>
    public required Guid DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The report that led to it, or null.</summary>
    public Guid? ReportId { get; init; }

    /// <summary>When it ends by itself; null where no end was set.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it ended; a warning ends with being told.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the person says against it.</summary>
    public string? Appeal { get; private set; }

    /// <summary>When they said it.</summary>
    public DateTimeOffset? AppealedAt { get; private set; }

    /// <summary>What they were answered.</summary>
    public string? Answer { get; private set; }

    /// <summary>By which steward: never the one who decided.</summary>
    public Guid? AnsweredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the appeal was granted.</summary>
    public bool IsGranted { get; private set; }

    /// <summary>Ends it. Doing it twice changes nothing.</summary>
    internal void End(DateTimeOffset at) => EndedAt ??= at;

    /// <summary>The person says why it is wrong: once, and within <see cref="AppealTime"/>.</summary>
    internal Result<Done> Contest(string text, DateTimeOffset at)
    {
        if (AppealedAt is not null)
        {
            return ModerationRefusals.AppealedBefore;
        }

        if (at > DecidedAt + AppealTime)
        {
            return ModerationRefusals.TooLate;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return ModerationRefusals.Text("Text");
        }

        (Appeal, AppealedAt) = (text.Trim(), at);
        return Done.Value;
    }

    /// <summary>Another steward answers, once.</summary>
    internal Result<Done> Decide(bool isGranted, string answer, Guid by, DateTimeOffset at)
    {
        if (AppealedAt is null || AnsweredAt is not null)
        {
            return ModerationRefusals.NoAppeal;
        }

        if (by == DecidedBy)
        {
            return ModerationRefusals.AnotherSteward;
        }

        if (string.IsNullOrWhiteSpace(answer) || answer.Length > LongestText)
        {
            return ModerationRefusals.Text("Answer");
        }

        (Answer, AnsweredBy, AnsweredAt, IsGranted) = (answer.Trim(), by, at, isGranted);
        return Done.Value;
    }
}

/// <summary>What was decided about somebody.</summary>
public enum SanctionKind
{
    /// <summary>They are told what was wrong, and nothing else follows.</summary>
    Warning,

    /// <summary>What they say is seen by those who follow them, and not where everybody looks.</summary>
    Limit,

    /// <summary>Somebody of this node is kept out; of somebody elsewhere nothing is taken in or shown.</summary>
    Suspension,
}
