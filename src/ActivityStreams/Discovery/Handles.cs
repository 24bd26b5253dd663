namespace PostMoney.ActivityStreams.Discovery;

/// <summary>Binds a name to an actor, which takes both of them.</summary>
/// <remarks>RFC 7033; ActivityPub and WebFinger (SWICG report) §2; FEP-2c59. Security case S-34.</remarks>
public static class Handles
{
    /// <summary>The kind of link from a name to its actor.</summary>
    public const string Self = "self";

    /// <summary>The media type of actors.</summary>
    public const string ActivityJson = "application/activity+json";

    private const string LinkedData = "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";

    /// <summary>What a host answers about one of its accounts.</summary>
    /// <param name="account">The name.</param>
    /// <param name="actorId">The actor it belongs to.</param>
    /// <param name="page">The page that people see.</param>
    public static ResourceDescriptor Describe(AcctUri account, string actorId, string page) => new()
    {
        Subject = account.ToString(),
        Aliases = [actorId],
        Links =
        [
            new ResourceLink(Self, ActivityJson, actorId),
            new ResourceLink("http://webfinger.net/rel/profile-page", "text/html", page),
        ],
    };

    /// <summary>The actor that a host names for an account.</summary>
    /// <returns>Null where the answer is about another account than was asked for, or names none. Then ask the host of its subject, once.</returns>
    public static string? ActorOf(ResourceDescriptor answer, AcctUri asked) =>
        AcctUri.TryParse(answer.Subject, out var subject) && subject == asked
            ? (answer.Find(Self, ActivityJson) ?? answer.Find(Self, LinkedData))?.Href
            : null;

    /// <summary>Whether a name is an actor's: its own host says so, and it is the host's answer that was read.</summary>
    public static bool Confirms(ResourceDescriptor answer, AcctUri account, string actorId) =>
        string.Equals(ActorOf(answer, account), actorId, StringComparison.Ordinal);
}
