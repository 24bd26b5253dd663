namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>A poll.</summary>
/// <remarks>Activity Vocabulary §3.1, <c>Question</c>, as Mastodon uses it; FEP-9967.</remarks>
public sealed record Question : Note
{
    /// <summary>A poll without choices.</summary>
    public Question()
        : base("Question")
    {
    }

    /// <summary>The choices, of which one may be taken: each with a name, and its votes as <c>replies.totalItems</c>.</summary>
    public IReadOnlyList<ActivityObject> OneOf { get => All<ActivityObject>("oneOf"); init => PutAll("oneOf", value, isArray: true); }

    /// <summary>The choices, of which several may be taken.</summary>
    public IReadOnlyList<ActivityObject> AnyOf { get => All<ActivityObject>("anyOf"); init => PutAll("anyOf", value, isArray: true); }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? Closed { get => Time("closed"); init => Put("closed", Values.Of(value)); }

    /// <summary>How many have voted (Mastodon).</summary>
    public long? VotersCount { get => Values.Count(Sole("votersCount")); init => Put("votersCount", Values.Of(value)); }
}
