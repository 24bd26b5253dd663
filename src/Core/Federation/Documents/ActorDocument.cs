using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Actors;
using PostMoney.Core.Groups;
using PostMoney.Core.Members;
using Actor = PostMoney.Core.Actors.Actor;
using WireActor = PostMoney.ActivityStreams.Vocabulary.Actor;

namespace PostMoney.Core.Federation.Documents;

/// <summary>Writes an actor of this node as other servers read it. Everybody may: it says no more than the person's public page.</summary>
/// <remarks>ActivityPub §4.1; FEP-521a for the Ed25519 key; FEP-2c59 for <c>webfinger</c>; FEP-7628 for moving; FEP-c390 for the passport; FEP-1b12 for groups.</remarks>
public sealed class ActorDocument(PostMoneyDb db)
{
    private static readonly Func<PostMoneyDb, Guid, IAsyncEnumerable<ProfileField>> _fields = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid memberId) => db.ProfileFields.AsNoTracking().Where(field => field.MemberId == memberId).OrderBy(field => field.Position).AsQueryable());

    private const string Security = "https://w3id.org/security/v1";

    private const string Multikey = "https://w3id.org/security/multikey/v1";

    private const string Proof = "https://w3id.org/security/data-integrity/v2";

    /// <summary>The document of an actor here, in UTF-8.</summary>
    public async Task<byte[]> WriteAsync(Actor actor, CancellationToken ct) =>
        (await DescribeAsync(actor, ct)).WithContext(actor.Statement is null ? [Security, Multikey] : [Security, Multikey, Proof]).ToUtf8();

    /// <summary>The same without its context, to be embedded.</summary>
    internal async Task<ActivityObject> DescribeAsync(Actor actor, CancellationToken ct)
    {
        var keys = JsonElement.Parse(actor.Keys);
        var document = new WireActor
        {
            Id = WebId.Parse(actor.Uri),
            Type = actor.Kind.ToString(),
            PreferredUsername = actor.Handle,
            Name = actor.Name,
            Summary = await SummaryAsync(actor, ct),
            Url = [new Link { Type = "Link", Href = actor.Page, MediaType = "text/html" }],
            Inbox = WebId.Parse(actor.Inbox),
            Outbox = WebId.Parse(actor.Outbox),
            Followers = WebId.Parse(actor.Uri + "/followers"),
            Following = WebId.Parse(actor.Uri + "/following"),
            Featured = WebId.Parse(actor.Uri + "/featured"),
            SharedInbox = WebId.Parse(actor.SharedInbox!),
            Webfinger = $"{actor.Handle}@{actor.Host}",
            Published = actor.CreatedAt,
            ManuallyApprovesFollowers = actor.Kind == ActorKind.Group && await db.Groups.AnyAsync(group => group.Id == actor.LocalId && group.Reach == GroupReach.Asked, ct),
            Discoverable = actor.Kind != ActorKind.Application,
            Indexable = false,
            MovedTo = actor.MovedTo is { } target ? WebId.Parse(target) : null,
            AlsoKnownAs = actor.AlsoKnownAs.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Attachment = await AttachmentAsync(actor, ct),
            AttributedTo = actor.Kind == ActorKind.Group ? [ActivityObject.Reference(WebId.Parse(actor.Uri + "/moderators"))] : [],
        };
        return document
            .With("publicKey", keys.GetProperty("publicKey"))
            .With("assertionMethod", keys.GetProperty("assertionMethod"));
    }

    // What a member says of themselves, and the statement by their passport where they ask for one (FEP-c390).
    private async Task<IReadOnlyList<ActivityObject>> AttachmentAsync(Actor actor, CancellationToken ct)
    {
        var fields = (await _fields(db, actor.LocalId ?? Guid.Empty).ToListAsync(ct))
            .ConvertAll<ActivityObject>(field => new PropertyValue { Name = field.Name, Value = ProfileHtml.OfValue(field.Value) });
        return actor.Statement is { } statement && ActivityObject.TryRead(JsonElement.Parse(statement), out var stated) ? [.. fields, stated] : fields;
    }

    private async Task<string?> SummaryAsync(Actor actor, CancellationToken ct) => actor.Kind == ActorKind.Group
        ? System.Net.WebUtility.HtmlEncode(await db.Groups.Where(group => group.Id == actor.LocalId).Select(group => group.Summary).FirstOrDefaultAsync(ct))
        : actor.Summary.Length > 0 ? actor.Summary : null;
}
