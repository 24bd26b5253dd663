using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Items;
using PostMoney.Core.Mirrors;
using PostMoney.Core.Offers;
using PostMoney.Federation.Tests.Peers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>What a member here offers to everybody, as a server by Fedify and another node of ours see it.</summary>
public sealed class NeedsAndOffersAcrossServers : IAsyncLifetime
{
    private const string Secret = "The code of the shed is 4711.";

    private static readonly string[] _members =
    [
        "@context", "attributedTo", "cc", "content", "hasBeginning", "hasEnd", "id", "name", "proof", "published", "publishes", "purpose",
        "record", "to", "type", "unitBased", "url",
    ];

    private readonly LocalAuthority _authority = new();

    private readonly Person _amina = new("Amina");

    private FederatedNode _northside = null!;

    public async ValueTask InitializeAsync()
    {
        _northside = await FederatedNode.StartAsync(_authority, "northside.test");
        await _northside.JoinAsync(_amina);
    }

    public async ValueTask DisposeAsync()
    {
        await (_northside?.DisposeAsync() ?? ValueTask.CompletedTask);
        _amina.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task Come_as_a_proposal_that_can_be_checked_and_as_a_post_that_can_be_read_with_nothing_beyond_the_projection()
    {
        await using var harbour = await FedifyPeer.StartAsync(_authority, "harbour.test");
        await harbour.Person("ruth").FollowAsync(_northside.AddressOf("amina"));

        var ladder = await _northside.OfferAsync(_amina, Ladder, ("lockCode", Secret));

        var uri = $"{_northside.Origin}/proposals/{ladder:D}";
        var create = await harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == uri);
        var proposal = create.Json.GetProperty("object");
        Assert.True(create.IsVerified, create.ToString());
        Assert.True((await harbour.VerifyProofAsync(proposal)).IsProofVerified);
        Assert.Equal("Proposal", proposal.GetProperty("type").GetString());
        Assert.Equal(_members, proposal.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.True(SignedRecord.Read(Encoding.UTF8.GetBytes(proposal.GetProperty("record").GetString()!)).IsGranted);

        var post = await harbour.WaitForAsync(one => one.Type == "Create" && one.Body.Contains("\"Note\"", StringComparison.Ordinal));
        var content = post.Json.GetProperty("object").GetProperty("content").GetString()!;
        Assert.Contains("Offer: A ladder of 5 metres", content, StringComparison.Ordinal);
        Assert.Contains($"{_northside.Origin}/items/{ladder:D}", content, StringComparison.Ordinal);

        Assert.DoesNotContain(await harbour.ReceivedAsync(), one => one.Body.Contains("4711", StringComparison.Ordinal));
        Assert.Equal(uri, (await harbour.LoadAsync(uri)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Are_seen_at_a_node_that_follows_this_one_change_there_and_go_there()
    {
        await using var southside = await FederatedNode.StartAsync(_authority, "southside.test");
        await southside.DoAsync("dora", (Viewer viewer, FollowActor follow) => follow.NodeAsync(viewer, _northside.Host, default));
        await southside.WaitForAsync("northside has agreed", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        var ladder = await _northside.OfferAsync(_amina, Ladder, ("lockCode", Secret));

        await southside.WaitForAsync("the ladder is seen", db => db.MirroredItems.AnyAsync(item => item.Version == 1));
        var card = Assert.Single(await southside.AskAsync((MirrorTimeline timeline) => timeline.PageAsync(Viewer.Stranger, null, default)));
        Assert.Equal(("A ladder of 5 metres", "Amina", _northside.Host), (card.Title, card.AuthorName, card.Host));
        Assert.DoesNotContain("4711", await southside.AskAsync((PostMoney.Core.PostMoneyDb db) =>
            db.MirroredItems.Select(item => Encoding.UTF8.GetString(item.Record)).SingleAsync()), StringComparison.Ordinal);

        var tombstone = await _northside.DoAsync("amina", (Viewer viewer, DraftItem drafts) => drafts.WithdrawalAsync(viewer, ladder, default));
        var signed = _amina.Passport.Sign(tombstone, TimeProvider.System.GetUtcNow());
        await _northside.DoAsync("amina", (Viewer viewer, WithdrawOffer withdraw) => withdraw.ExecuteAsync(viewer, ladder, signed, default));
        await southside.WaitForAsync("the ladder is withdrawn", db => db.MirroredItems.AnyAsync(item => item.WithdrawnAt != null && item.Title == ""));
        Assert.Empty(await southside.AskAsync((MirrorTimeline timeline) => timeline.PageAsync(Viewer.Stranger, null, default)));

        var (status, left) = await ReadAsync(ladder);
        Assert.Equal(System.Net.HttpStatusCode.Gone, status);
        Assert.Equal(["@context", "deleted", "formerType", "id", "type"], JsonElement.Parse(left).EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Proposal", JsonElement.Parse(left).GetProperty("formerType").GetString());
    }

    [Fact]
    public async Task Stay_here_where_they_are_for_members()
    {
        await using var southside = await FederatedNode.StartAsync(_authority, "southside.test");
        await southside.DoAsync("dora", (Viewer viewer, FollowActor follow) => follow.NodeAsync(viewer, _northside.Host, default));
        await southside.WaitForAsync("northside has agreed", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        var inside = await _northside.OfferAsync(_amina, Ladder with { Title = "For members", Visibility = Visibility.Node });
        await _northside.OfferAsync(_amina, Ladder);
        await southside.WaitForAsync("the public ladder is seen", db => db.MirroredItems.AnyAsync(item => item.Title == "A ladder of 5 metres"));

        Assert.Equal(1, await southside.AskAsync((PostMoney.Core.PostMoneyDb db) => db.MirroredItems.CountAsync()));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await ReadAsync(inside)).Status);
    }

    private async Task<(System.Net.HttpStatusCode Status, string Text)> ReadAsync(Guid item)
    {
        using var client = _authority.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_northside.Origin}/proposals/{item:D}");
        request.Headers.Accept.ParseAdd("application/activity+json");
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static ItemForm Ladder => new()
    {
        Category = "offer.tool@v1",
        Title = "A ladder of 5 metres",
        Summary = "Aluminium, two parts.",
        From = TimeProvider.System.GetUtcNow(),
        To = TimeProvider.System.GetUtcNow().AddDays(30),
        Sections = JsonElement.Parse("""{"details":{"kind":"ladder","condition":"good"}}"""),
        Units = 1,
        Visibility = Visibility.Public,
    };
}
