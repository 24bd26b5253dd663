using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Origins;

/// <summary>Whose a document is: one of the three cases below, and no fourth.</summary>
/// <remarks>FEP-fe34, Ownership; ActivityPub §3 and appendix B, Verification.</remarks>
public abstract record DocumentOwner
{
    private DocumentOwner()
    {
    }

    /// <summary>It says whose it is, and lies where they are. That it says so truly is known once it was read from there or signed.</summary>
    /// <param name="Id">The document's id.</param>
    /// <param name="Owner">The id of its owner; for an actor its own.</param>
    public sealed record Owned(WebId Id, WebId Owner) : DocumentOwner;

    /// <summary>It has no id, so that it is nobody's and belongs to what it stands in.</summary>
    public sealed record Anonymous : DocumentOwner;

    /// <summary>It is not taken.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Refused(OriginProblem Problem) : DocumentOwner;

    /// <summary>Reads the owner by the document's class (FEP-fe34, Ownership; FEP-2277, duck typing).</summary>
    /// <param name="document">Any JSON value that <see cref="Json.StrictJson"/> has read.</param>
    /// <param name="allowsPlainHttp">Whether ids may be of http: for servers of a test alone.</param>
    public static DocumentOwner Of(JsonElement document, bool allowsPlainHttp = false)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            return new Refused(OriginProblem.Id);
        }

        if (!document.TryGetProperty("id", out var idElement))
        {
            return new Anonymous();
        }

        if (!WebId.TryParse(Text(idElement), allowsPlainHttp, out var id))
        {
            return new Refused(OriginProblem.Id);
        }

        if (!WebId.TryParse(OwnerText(document, id), allowsPlainHttp, out var owner))
        {
            return new Refused(OriginProblem.Owner);
        }

        return owner.Origin == id.Origin ? new Owned(id, owner) : new Refused(OriginProblem.OtherOrigin);
    }

    // The order is FEP-2277's: what looks like a key is a key, whatever else it says (security case O-24).
    private static string? OwnerText(JsonElement document, WebId id) =>
        document.TryGetProperty("publicKeyMultibase", out _) ? Reference(document, "controller")
        : document.TryGetProperty("publicKeyPem", out _) ? Reference(document, "owner")
        : document.TryGetProperty("inbox", out _) && document.TryGetProperty("outbox", out _) ? id.Value
        : document.TryGetProperty("actor", out _) ? Reference(document, "actor")
        : Reference(document, "attributedTo");

    /// <summary>The one id that a member refers to, as a text or as an object with its id; null for a list and anything else.</summary>
    internal static string? Reference(JsonElement document, string name) => document.TryGetProperty(name, out var value)
        ? Text(value.ValueKind == JsonValueKind.Object && value.TryGetProperty("id", out var id) ? id : value)
        : null;

    private static string? Text(JsonElement value) => JsonText.TryRead(value, out var text) ? text : null;
}
