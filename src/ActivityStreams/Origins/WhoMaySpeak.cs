using System.Text.Json;

namespace PostMoney.ActivityStreams.Origins;

/// <summary>Who may speak for what, between servers (FEP-fe34). Every way in asks here, so that none forgets.</summary>
public static class WhoMaySpeak
{
    /// <summary>Whether what was fetched may be believed, or must be read again from its own id.</summary>
    /// <param name="id">The id that the document gives itself.</param>
    /// <param name="producedBy">The address that sent the bytes, after all redirects.</param>
    /// <returns>True only where the address is the id's own document: a host alone proves nothing about a path (security cases O-03, O-04).</returns>
    public static bool IsFromItsOrigin(WebId id, Uri producedBy) =>
        string.Equals(id.Document.AbsoluteUri, producedBy.AbsoluteUri, StringComparison.Ordinal);

    /// <summary>Whether an actor may change, delete, undo or add to something.</summary>
    /// <param name="actor">Who acts, and is known to.</param>
    /// <param name="owner">The owner of what is changed, from what is stored and never from what was sent (security case O-08).</param>
    /// <returns>Null, or <see cref="OriginProblem.NotOwner"/>. The exception of FEP-fe34 for two actors of one origin is not taken.</returns>
    public static OriginProblem? CheckChange(WebId actor, WebId owner) => actor.Equals(owner) ? null : OriginProblem.NotOwner;

    /// <summary>Whether the signer of a request is the actor of the activity in it (security cases S-01, S-02).</summary>
    /// <returns>Null, or <see cref="OriginProblem.NotOwner"/>.</returns>
    public static OriginProblem? CheckSender(WebId signer, DocumentOwner.Owned activity) =>
        signer.Equals(activity.Owner) ? null : OriginProblem.NotOwner;

    /// <summary>Whether an embedded document may be believed because the one around it is (FEP-fe34, Embedding).</summary>
    /// <param name="outer">Whose the outer document is, and is known to be.</param>
    /// <param name="embedded">What stands in it.</param>
    /// <param name="allowsPlainHttp">Whether ids may be of http: for servers of a test alone.</param>
    /// <returns>True without an id, for a fragment of the outer document, and for the same owner and origin; otherwise it is read from its own origin (security cases O-06, O-21).</returns>
    public static bool MayBelieveEmbedded(DocumentOwner.Owned outer, JsonElement embedded, bool allowsPlainHttp = false) =>
        DocumentOwner.Of(embedded, allowsPlainHttp) switch
        {
            DocumentOwner.Anonymous => true,
            DocumentOwner.Owned inner => inner.Id.Origin == outer.Id.Origin && inner.Owner.Equals(outer.Owner),
            DocumentOwner.Refused { Problem: var problem } when problem == OriginProblem.Owner =>
                WebId.TryParse(DocumentOwner.Reference(embedded, "id"), allowsPlainHttp, out var id)
                && id.HasFragment
                && !outer.Id.HasFragment
                && id.Document == outer.Id.Document,
            _ => false,
        };
}
