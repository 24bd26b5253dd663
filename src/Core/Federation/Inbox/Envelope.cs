using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>An activity as it came in, before anybody knows whether its sender is who it says. Parsed once; every later check reads this.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ActorId">Whose it says it is.</param>
/// <param name="Type">Its one type.</param>
/// <param name="Raw">As it was sent.</param>
/// <param name="Plain">In plain names.</param>
internal sealed record Envelope(WebId Id, WebId ActorId, string Type, JsonElement Raw, JsonElement Plain)
{
    /// <summary>The activity.</summary>
    internal Activity Activity => ActivityObject.TryRead(Plain, out var read) ? read.As<Activity>() : throw new InvalidOperationException("It was read before.");

    /// <summary>Whether somebody says that they are no more.</summary>
    internal bool IsFarewell => Type == "Delete" && Activity.IdOf("object") is { } deleted && deleted.Equals(ActorId);

    /// <summary>Reads bytes from outside.</summary>
    /// <returns>Null and the envelope, or the answer to give.</returns>
    internal static InboxAnswer? Read(ReadOnlySpan<byte> body, out Envelope envelope)
    {
        envelope = null!;
        if (!StrictJson.TryParse(body, out var raw, out var problem))
        {
            return new InboxAnswer(problem == StrictJsonProblem.TooLarge ? 413 : 400, "json." + problem.ToString().ToLowerInvariant());
        }

        if (!Documents.PlainDocument.TryRead(raw, out var plain))
        {
            return InboxAnswer.Keyword;
        }

        if (!ActivityObject.TryRead(plain, out var read) || read.IsActor || read.Id is not { } id || read.IdOf("actor") is not { } actor)
        {
            return InboxAnswer.NotAnActivity;
        }

        if (read.Type is not { Length: > 0 and <= 64 } type || !Audience.TryRead(plain, out _))
        {
            return InboxAnswer.NotAnActivity;
        }

        envelope = new Envelope(id, actor, type, raw, plain);
        return null;
    }
}

/// <summary>What the sender is told: a status, and a code that says no more than it must.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable and dotted; it goes into the answer and into the log.</param>
/// <param name="RetryAfter">When to come again, or null.</param>
public sealed record InboxAnswer(int Status, string Code, TimeSpan? RetryAfter = null)
{
    /// <summary>Taken in, or known already: either way there is nothing more to send.</summary>
    public static InboxAnswer Accepted { get; } = new(202, "accepted");

    /// <summary>There is nobody here.</summary>
    public static InboxAnswer NotFound { get; } = new(404, "not-found");

    /// <summary>The content is of another media type or encoded.</summary>
    public static InboxAnswer MediaType { get; } = new(415, "inbox.media_type");

    /// <summary>Too many bytes.</summary>
    public static InboxAnswer TooLarge { get; } = new(413, "inbox.too_large");

    /// <summary>It rearranges itself by keywords, or cannot be read as JSON-LD here (security cases O-14 and O-15).</summary>
    internal static InboxAnswer Keyword { get; } = new(422, "jsonld.keyword");

    /// <summary>It does not say who does what (security cases O-17 and O-18).</summary>
    internal static InboxAnswer NotAnActivity { get; } = new(422, "activity.form");

    /// <summary>Its id is not of its actor's origin (FEP-fe34).</summary>
    internal static InboxAnswer OtherOrigin { get; } = new(422, "origin.other");

    /// <summary>It takes an id of this node (security case O-12).</summary>
    internal static InboxAnswer OurId { get; } = new(403, "origin.ours");

    /// <summary>This node does not talk with that server.</summary>
    internal static InboxAnswer HostClosed { get; } = new(403, "host.closed");

    /// <summary>Signed by a key that can be used, of somebody else (security cases S-01 and S-02).</summary>
    internal static InboxAnswer ActorMismatch { get; } = new(403, "sig.actor_mismatch");

    /// <summary>Somebody else carries what its actor has signed more than a week ago (security case S-38).</summary>
    internal static InboxAnswer TooOld { get; } = new(409, "activity.old");

    /// <summary>This server sends more than is taken from one (security case F-26).</summary>
    internal static InboxAnswer TooMany { get; } = new(429, "limit.peer", TimeSpan.FromSeconds(5));

    /// <summary>More comes in than can be stored.</summary>
    internal static InboxAnswer Busy { get; } = new(503, "inbox.busy", TimeSpan.FromSeconds(30));

    /// <summary>The key that the signature names cannot be had.</summary>
    internal static InboxAnswer NoKey { get; } = new(401, "sig.no_key");
}
