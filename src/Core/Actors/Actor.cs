namespace PostMoney.Core.Actors;

/// <summary>Anyone who acts on the fediverse: a member, a group or this node, or somebody elsewhere.</summary>
/// <remarks>ActivityPub §4. Texts of somebody elsewhere are as they sent them, cut to size: encode them wherever they are shown.</remarks>
public sealed class Actor
{
    /// <summary>Most characters of a name, for those elsewhere; more is cut off.</summary>
    public const int LongestName = 100;

    /// <summary>Most characters of a biography, for those elsewhere.</summary>
    public const int LongestSummary = 5_000;

    /// <summary>Their id in this database.</summary>
    public required Guid Id { get; init; }

    /// <summary>Their id everywhere, a canonical https URL.</summary>
    public required string Uri { get; set; }

    /// <summary>Where they are: a host, with its port where that is not 443.</summary>
    public required string Host { get; set; }

    /// <summary>What they are.</summary>
    public required ActorKind Kind { get; set; }

    /// <summary>The member or group that they are here, <see cref="Guid.Empty"/> for this node; null for those elsewhere.</summary>
    public Guid? LocalId { get; init; }

    /// <summary>What stands before the sign in <c>@amina@n.test</c>. Of somebody elsewhere it is their own word until WebFinger has confirmed it.</summary>
    public required string Handle { get; set; }

    /// <summary>What people call them.</summary>
    public required string Name { get; set; }

    /// <summary>Their biography: cleaned HTML.</summary>
    public required string Summary { get; set; }

    /// <summary>The page that people see.</summary>
    public required string Page { get; set; }

    /// <summary>Where activities are sent to them.</summary>
    public required string Inbox { get; set; }

    /// <summary>One inbox for all of their server, or null.</summary>
    public string? SharedInbox { get; set; }

    /// <summary>Their outbox.</summary>
    public required string Outbox { get; set; }

    /// <summary>The collection of their followers, which stands for them in an audience; null where they have none.</summary>
    public string? Followers { get; set; }

    /// <summary>Of somebody elsewhere: the collection of what they have put first on their page; null where they have none.</summary>
    public string? Featured { get; set; }

    /// <summary>Other ids that they say are theirs, with spaces between.</summary>
    public string AlsoKnownAs { get; set; } = "";

    /// <summary>Where they have moved, once both sides have said so.</summary>
    public string? MovedTo { get; set; }

    /// <summary>When they last moved; it stays when they come back, so that nobody moves again and again.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>Passports whose holders say that this actor is theirs, shown by signatures: <c>did:key</c>s with spaces between.</summary>
    public string Passports { get; set; } = "";

    /// <summary>Of an actor of this node: what a passport has signed to say that the actor is its holder's (FEP-c390), or null.</summary>
    public string? Statement { get; private set; }

    /// <summary>Of somebody elsewhere: the lines of their profile as JSON, pairs of plain name and clean HTML. Their own word, which nobody here has checked.</summary>
    public string Fields { get; set; } = "[]";

    /// <summary>Their public keys: the part of their document that <c>ActorKey.Find</c> reads.</summary>
    public required string Keys { get; set; }

    /// <summary>Whether they are there.</summary>
    public ActorState State { get; set; } = ActorState.Active;

    /// <summary>What the stewards of this node have decided about them.</summary>
    public Standing Standing { get; set; } = Standing.Good;

    /// <summary>When their document was last read.</summary>
    public required DateTimeOffset FetchedAt { get; set; }

    /// <summary>When they were first met.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether they are of this node.</summary>
    public bool IsLocal => LocalId is not null;

    /// <summary>How people write them: <c>@amina@n.test</c>.</summary>
    public string Address => $"@{Handle}@{Host}";

    /// <summary>Gives an actor of this node its ids where the node is now.</summary>
    internal void MoveHere(string uri, NodeAddress address, string page)
    {
        (Uri, Host, Page, SharedInbox) = (uri, address.Host, page, address.SharedInbox);
        (Inbox, Outbox, Followers) = (uri + "/inbox", uri + "/outbox", uri + "/followers");

        // It names the id that the actor had before.
        (Statement, Passports) = (null, "");
    }

    /// <summary>Carries a checked statement of a passport from now on, or none.</summary>
    internal void Carry(string? passport, string? statement) => (Passports, Statement) = (passport ?? "", statement);

    /// <summary>Has moved.</summary>
    internal void LeaveFor(string uri, DateTimeOffset at) => (MovedTo, MovedAt) = (uri, at);

    /// <summary>Whether they say that another id is theirs too.</summary>
    public bool Claims(string uri) => AlsoKnownAs.Split(' ').Contains(uri, StringComparer.Ordinal);

    /// <summary>Whether one passport is shown to be behind both.</summary>
    public bool SharesPassportWith(Actor other) =>
        Passports.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(other.Passports.Split(' '), StringComparer.Ordinal).Any();

    /// <summary>Where to deliver to them: the shared inbox where there is one, so that each server gets a thing once.</summary>
    public string DeliverTo => SharedInbox ?? Inbox;
}

/// <summary>What an actor is (Activity Vocabulary §3.2).</summary>
public enum ActorKind
{
    /// <summary>Somebody.</summary>
    Person,

    /// <summary>Several who share something.</summary>
    Group,

    /// <summary>A server itself.</summary>
    Application,

    /// <summary>A program that posts.</summary>
    Service,

    /// <summary>An organisation.</summary>
    Organization,
}

/// <summary>Whether an actor is there.</summary>
public enum ActorState
{
    /// <summary>As far as is known.</summary>
    Active,

    /// <summary>Deleted, for good.</summary>
    Gone,
}

/// <summary>What the stewards of this node have decided about somebody.</summary>
public enum Standing
{
    /// <summary>Nothing.</summary>
    Good,

    /// <summary>Seen by those who follow them, and not where everybody looks.</summary>
    Limited,

    /// <summary>Nothing of theirs is taken in or shown.</summary>
    Suspended,
}
