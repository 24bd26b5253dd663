using System.Text.Json;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Foundation;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Reads what an actor elsewhere says of itself. Texts are cut to size; what an actor must have is there, or it is none.</summary>
/// <remarks>
/// ActivityPub §4.1; security cases F-14, F-19 and F-27. Passports are those whose statements hold (FEP-c390). Where it has moved
/// is its own word alone.
/// </remarks>
internal static class ActorReader
{
    private const int LongestKeys = 32_768;

    private const int MostAliases = 20;

    private const int MostStatements = 4;

    private const int MostFields = 8;

    private const int LongestField = 1_000;

    internal static Result<Actor> Read(FetchedDocument document, Guid newId, DateTimeOffset now)
    {
        var plain = document.Plain;
        if (!ActivityObject.TryRead(plain, out var read)
            || DocumentOwner.Of(plain) is not DocumentOwner.Owned { Id: var id, Owner: var owner }
            || !id.Equals(owner)
            || KindOf(read) is not { } kind)
        {
            return FederationRefusals.NotActor;
        }

        var said = read.As<ActivityStreams.Vocabulary.Actor>();
        if (said.Inbox is not { } inbox || said.Outbox is not { } outbox)
        {
            return FederationRefusals.NotActor;
        }

        var keys = KeysOf(plain);
        if (keys.Length > LongestKeys)
        {
            return FederationRefusals.NotActor;
        }

        var handle = Cut(said.PreferredUsername ?? said.Name ?? "", AcctLength);
        return new Actor
        {
            Id = newId,
            Uri = id.Value,
            Host = NodeAddress.HostOf(id),
            Kind = kind,
            Handle = handle.Length > 0 ? handle : "unnamed",
            Name = Cut(said.Name ?? handle, Actor.LongestName),
            Summary = CleanHtml.Of(Cut(said.Summary ?? "", Actor.LongestSummary)),
            Page = said.Url.Select(link => link.Href).FirstOrDefault(IsPage) ?? id.Value,
            Inbox = inbox.Value,
            SharedInbox = said.SharedInbox is { } shared && shared.Origin == id.Origin ? shared.Value : null,
            Outbox = outbox.Value,
            Followers = said.Followers is { } followers && followers.Origin == id.Origin ? followers.Value : null,
            Featured = said.Featured is { } featured && featured.Origin == id.Origin ? featured.Value : null,
            AlsoKnownAs = string.Join(' ', said.AlsoKnownAs.Where(alias => WebId.TryParse(alias, out _)).Take(MostAliases)),
            MovedTo = said.MovedTo?.Value,
            Passports = PassportsOf(document.Raw, id),
            Fields = FieldsOf(said),
            Keys = keys,
            FetchedAt = now,
            CreatedAt = now,
        };
    }

    private const int AcctLength = ActivityStreams.Discovery.AcctUri.MaximumNameLength;

    private static ActorKind? KindOf(ActivityObject read) => read.Type switch
    {
        "Person" => ActorKind.Person,
        "Group" => ActorKind.Group,
        "Application" => ActorKind.Application,
        "Service" => ActorKind.Service,
        "Organization" => ActorKind.Organization,
        _ => null,
    };

    // What is looked at when a signature names one of the keys; the rest of the document is not needed for it.
    private static string KeysOf(JsonElement plain) => JsonSerializer.Serialize(plain.EnumerateObject()
        .Where(member => member.Name is "id" or "inbox" or "outbox" or "publicKey" or "assertionMethod")
        .ToDictionary(member => member.Name, member => member.Value));

    // Checked as it was written: a proof covers the names that its writer has used.
    private static string PassportsOf(JsonElement raw, WebId id) => string.Join(' ', Attachments(raw)
        .Where(one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String && type.ValueEquals("VerifiableIdentityStatement"))
        .Take(MostStatements)
        .Select(statement => IdentityProof.Verify(statement, id))
        .OfType<ProofCheck.Verified>()
        .Select(proof => proof.Signer.Value)
        .Distinct(StringComparer.Ordinal));

    private static string FieldsOf(ActivityStreams.Vocabulary.Actor said) => JsonSerializer.Serialize(said.Fields
        .Take(MostFields)
        .Select(field => new[] { Cut(CleanHtml.TextOf(field.Name ?? ""), Actor.LongestName), CleanHtml.Of(Cut(field.Value ?? "", LongestField)) })
        .Where(field => field[0].Length > 0 && field[1].Length > 0));

    private static List<JsonElement> Attachments(JsonElement raw) =>
        raw.ValueKind != JsonValueKind.Object || !raw.TryGetProperty("attachment", out var attachment) ? []
        : attachment.ValueKind == JsonValueKind.Array ? [.. attachment.EnumerateArray()]
        : [attachment];

    private static bool IsPage(string? address) => address is { Length: <= WebId.MaximumLength }
        && Uri.TryCreate(address, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && page.UserInfo.Length == 0;

    private static string Cut(string text, int length)
    {
        var clean = string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n')).Trim();
        return clean.Length <= length ? clean : clean[..(char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)];
    }
}
