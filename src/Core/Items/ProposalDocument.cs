using System.Net;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.ActivityStreams.Vocabulary.ValueFlows;
using PostMoney.Core.Actors;
using PostMoney.Core.Categories;
using Actor = PostMoney.Core.Actors.Actor;

namespace PostMoney.Core.Items;

/// <summary>Writes a need or an offer as other servers read it. What is not named here never leaves this node.</summary>
/// <remarks>FEP-0837: a <c>Proposal</c> that publishes one <c>Intent</c>. The record that was signed goes with it, byte for byte, so that nobody need believe the server that brings it.</remarks>
public static class ProposalDocument
{
    /// <summary>The document, without context and proof.</summary>
    /// <param name="item">An item that everybody may see.</param>
    /// <param name="record">The bytes that its author's passport has signed.</param>
    /// <param name="author">The actor of its author.</param>
    /// <param name="address">This node.</param>
    public static Proposal Write(Item item, ReadOnlySpan<byte> record, Actor author, NodeAddress address)
    {
        var uri = address.OfProposal(item.Id);
        var isOffer = item.Kind == ItemKind.Offer;
        return new Proposal
        {
            Id = WebId.Parse(uri),
            Purpose = isOffer ? Proposal.Offer : Proposal.Request,
            AttributedTo = [ActivityObject.Reference(WebId.Parse(author.Uri))],
            Name = item.Title,
            Content = $"<p>{WebUtility.HtmlEncode(item.Summary)}</p>",
            Url = [new Link { Type = "Link", Href = address.OfItem(item.Id), MediaType = "text/html" }],
            Published = item.PublishedAt,
            Updated = item.Version > 1 ? item.RevisedAt : null,
            HasBeginning = item.WindowFrom,
            HasEnd = item.WindowTo,
            UnitBased = false,
            Publishes =
            [
                new Intent
                {
                    Id = WebId.Parse(uri + "#primary"),
                    Action = isOffer ? "use" : "deliverService",
                    ResourceConformsTo = $"{address.Origin}/categories/{item.Category}",
                    ResourceQuantity = Measure.Count(item is Offer offer ? offer.Units : 1),
                },
            ],
            Record = System.Text.Encoding.UTF8.GetString(record),
            To = [Audience.Everybody],
            Cc = [author.Followers!],
        };
    }

    /// <summary>What is left of one that was taken back.</summary>
    public static ActivityObject Tombstone(string uri, DateTimeOffset at) => new()
    {
        Id = WebId.Parse(uri),
        Type = "Tombstone",
        FormerType = "Proposal",
        Deleted = at,
    };
}
