using System.Text.Json;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Foundation;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Reads what an actor elsewhere says of itself. Texts are cut to size; what an actor must have is there, or it is none.</summary>
/// <remarks>ActivityPub §4.1; security cases F-14, F-19 and F-27.</remarks>
internal static class ActorReader
{
    private const int LongestKeys = 32_768;

    private const int MostAliases = 20;

    internal static Result<Actor> Read(JsonElement plain, Guid newId, DateTimeOffset now)
    {
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

    private static bool IsPage(string? address) => address is { Length: <= WebId.MaximumLength }
        && Uri.TryCreate(address, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && page.UserInfo.Length == 0;

    private static string Cut(string text, int length)
    {
        var clean = string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n')).Trim();
        return clean.Length <= length ? clean : clean[..(char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)];
    }
}
