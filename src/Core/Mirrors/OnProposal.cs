using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary.ValueFlows;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Core.Mirrors;

/// <summary>Another node tells of a need or an offer. What counts is the record that its author has signed; the rest of the proposal is not read.</summary>
/// <remarks>Kept where somebody here follows the author, or this node follows theirs. An older version never replaces a newer one (security cases F-23 and S-33).</remarks>
public sealed class OnProposal(PostMoneyDb db, ShownPassport shown, NodeAddress address, NodeIds ids) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var embedded = received.Activity.Get("object");
        if (received.ObjectId is not { } uri || address.IsOurs(uri) || embedded.ValueKind != JsonValueKind.Object
            || !WhoMaySpeak.MayBelieveEmbedded(new DocumentOwner.Owned(received.Id, received.SenderId), embedded)
            || received.Activity.Object!.As<Proposal>() is not { Record: { Length: <= SignedRecord.MaximumBytes } text } proposal)
        {
            return FederationRefusals.NotUnderstood;
        }

        if (!await IsWantedAsync(received.Sender, ct))
        {
            return FederationRefusals.Ignored;
        }

        var read = Read(Encoding.UTF8.GetBytes(text));
        if (!read.TryGet(out var signed))
        {
            return read.Refusal;
        }

        var known = await db.MirroredItems.AsNoTracking().FirstOrDefaultAsync(item => item.Uri == uri.Value, ct);
        if (known is not null && (known.AuthorId != received.Sender.Id || known.Issuer != signed.Content.Issuer || known.Authority != signed.Content.Authority))
        {
            return FederationRefusals.NotTheirs;
        }

        if (await shown.CheckAsync(received.Sender, signed.Content.Issuer, ct) is { } problem)
        {
            return problem;
        }

        var page = proposal.Url.Select(link => link.Href).FirstOrDefault(href => WebId.TryParse(href, out var at) && at.Origin == uri.Origin);
        return new ApplyActivity(apply => ApplyAsync(received, uri.Value, signed, page ?? uri.Value, apply));
    }

    private static Result<(ItemContent Content, byte[] Bytes)> Read(byte[] bytes)
    {
        var record = SignedRecord.Read(bytes);
        if (!record.TryGet(out var signed))
        {
            return record.Refusal;
        }

        var content = ItemDocumentReader.Read(signed.Document);
        if (!content.TryGet(out var says))
        {
            return content.Refusal;
        }

        return says.Issuer == signed.Signer.Value && says.Visibility == Visibility.Public ? (says, signed.Bytes) : FederationRefusals.NotTheirs;
    }

    private Task<bool> IsWantedAsync(Actors.Actor sender, CancellationToken ct) => db.Follows.AnyAsync(
        follow => follow.FollowedId == sender.Id
            || db.Actors.Any(actor => actor.Id == follow.FollowedId && actor.Kind == ActorKind.Application && actor.Host == sender.Host),
        ct);

    private async Task ApplyAsync(
        ReceivedActivity received, string uri, (ItemContent Content, byte[] Bytes) signed, string page, CancellationToken ct)
    {
        var says = signed.Content;
        var known = await db.MirroredItems.FirstOrDefaultAsync(item => item.Uri == uri, ct);
        if (known is null)
        {
            db.MirroredItems.Add(new MirroredItem
            {
                Id = ids.Next(),
                Uri = uri,
                AuthorId = received.Sender.Id,
                Kind = says.Category.Kind,
                Issuer = says.Issuer,
                Authority = says.Authority,
                Category = says.Category.Value,
                Topic = says.Category.Topic,
                Version = says.Version,
                Title = says.Title,
                Summary = says.Summary,
                WindowFrom = says.Window.From,
                WindowTo = says.Window.To,
                Page = page,
                Record = signed.Bytes,
                ReceivedAt = received.ReceivedAt,
                UpdatedAt = received.ReceivedAt,
            });
            return;
        }

        if (known.WithdrawnAt is not null || says.Version <= known.Version)
        {
            return;
        }

        (known.Version, known.Title, known.Summary, known.Category, known.Topic) = (says.Version, says.Title, says.Summary, says.Category.Value, says.Category.Topic);
        (known.WindowFrom, known.WindowTo, known.Page) = (says.Window.From, says.Window.To, page);
        (known.Record, known.UpdatedAt) = (signed.Bytes, received.ReceivedAt);
    }
}
