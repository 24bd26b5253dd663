using PostMoney.Core.Foundation;

namespace PostMoney.Core.Federation;

/// <summary>Why something did not come in or go out.</summary>
public static class FederationRefusals
{
    /// <summary>This node does not talk with that host.</summary>
    public static Refusal HostClosed { get; } = new(RefusalKind.Forbidden, "host.closed", "This node does not talk with that server.");

    /// <summary>What was fetched calls itself otherwise (security cases O-03 and O-04).</summary>
    public static Refusal IdMismatch { get; } = new(RefusalKind.Invalid, "origin.id_mismatch", "What is there has another address.");

    /// <summary>It was there once, or never (404, 410).</summary>
    public static Refusal Gone { get; } = new(RefusalKind.NotFound, "fetch.gone", "There is nothing at that address.");

    /// <summary>The other server did not give it.</summary>
    public static Refusal NoAnswer { get; } = new(RefusalKind.NotFound, "fetch.refused", "The other server did not answer with it.");

    /// <summary>It is no document of this network (security case O-01).</summary>
    public static Refusal MediaType { get; } = new(RefusalKind.Invalid, "origin.media_type", "What is there is no document of the fediverse.");

    /// <summary>It cannot be read.</summary>
    public static Refusal Document { get; } = new(RefusalKind.Invalid, "document.unreadable", "What is there cannot be read.");

    /// <summary>It is neither a handle nor an address.</summary>
    public static Refusal NoAddress { get; } = new(
        RefusalKind.Invalid, "actor.address", "Write a name with its server, such as @chen@example.org, or the address of a page.", "Address");

    /// <summary>It is no actor, or misses what an actor must have.</summary>
    public static Refusal NotActor { get; } = new(RefusalKind.Invalid, "actor.unreadable", "What is there is nobody.");

    /// <summary>Nothing here understands it.</summary>
    public static Refusal Ignored { get; } = new(RefusalKind.Invalid, "activity.ignored", "This node has no use for it.");

    /// <summary>The activity is not about what it has to be about.</summary>
    public static Refusal NotUnderstood { get; } = new(RefusalKind.Invalid, "activity.not_understood", "The activity does not say what it is about.");

    /// <summary>What it is about is not known here.</summary>
    public static Refusal Unknown { get; } = new(RefusalKind.NotFound, "activity.unknown_object", "What the activity is about is not known here.");

    /// <summary>Only its owner may do that (security cases O-08, O-09 and O-11).</summary>
    public static Refusal NotTheirs { get; } = new(RefusalKind.Forbidden, "origin.not_owner", "Only its owner may change this.");
}
