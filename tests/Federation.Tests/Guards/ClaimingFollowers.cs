using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http;
using PostMoney.Core;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Followers;
using PostMoney.Core.Following;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>What somebody elsewhere can say of who follows them, and what they can learn of who follows somebody here (FEP-8fcf; case A-23 of the threat catalogue).</summary>
public sealed class ClaimingFollowers(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private static readonly string _nobodys = FollowersDigest.Of([]);

    private Stranger Carol => guarded.Carol;

    private string Bilal => guarded.Node.IdOf("bilal");

    private string Url => $"{Carol.Id}/sync";

    [Fact]
    public void A_digest_is_that_of_the_standard()
    {
        Assert.Equal(
            "c33f48cd341ef046a206b8a72ec97af65079f9a3a9b90eef79c5920dce45c61f",
            FollowersDigest.Of(["https://testing.example.org/users/1", "https://testing.example.org/users/2"]));
        Assert.Equal(new string('0', 64), _nobodys);
    }

    [Fact]
    public async Task What_does_not_count_is_passed_over_and_what_does_mends_her_own_followers_alone()
    {
        await guarded.Node.AskAsync((LocalActors local) => local.MemberAsync("bilal", default));
        var digest = FollowersDigest.Of([guarded.Amina, Bilal]);
        guarded.P.Serve(new Uri(Url).AbsolutePath, new { id = Url, type = "OrderedCollection", orderedItems = new[] { guarded.Amina, Bilal, "https://elsewhere.test/u/x", guarded.P.Origin + "/u/mel" } });
        var before = guarded.P.Fetches + guarded.E.Fetches;
        var header = Header(Carol.Id + "/followers", Url, digest);

        await guarded.SendAsync(Carol.SignedAsOneShould(Letter()).With(header));
        await guarded.SendAsync(Carol.SignedAsOneShould(Letter().With(header, header)));
        await guarded.SendAsync(Carol.SignedAsOneShould(Letter().With(Header(guarded.Mallory.Id + "/followers", Url, digest))));
        await guarded.SendAsync(Carol.SignedAsOneShould(Letter().With(Header(Carol.Id + "/followers", guarded.Mallory.Id + "/sync", digest))));
        await guarded.SendAsync(Carol.SignedAsOneShould(Letter().With(Header(Carol.Id + "/followers", Url, "0123"))));
        await guarded.SendAsync(Carol.SignedAsOneShould(Letter().With(KeyValuePair.Create(FollowersClaim.Header, new string('a', 10_000)))));
        await guarded.SendAsync(Carol.SignedAsOneShould(Letter().With(Header(Carol.Id + "/followers", Url, _nobodys))));
        await guarded.QuietAsync();
        Assert.Equal(0, await guarded.Node.AskAsync((CompareFollowers compare) => compare.RunAsync(default)));
        Assert.Equal(before, guarded.P.Fetches + guarded.E.Fetches);

        await guarded.SendAsync(Carol.SignedAsOneShould(Letter().With(header)));

        await guarded.Node.WaitForAsync("Amina's follow holds, since Carol says so", db => db.Follows.AnyAsync(f =>
            f.State == FollowState.Accepted && db.Actors.Any(a => a.Id == f.FollowedId && a.Uri == Carol.Id)));
        await guarded.Node.WaitForAsync("Bilal's is undone, since he never asked", db => db.OutboxActivities.AnyAsync(sent =>
            sent.Type == "Undo" && db.Actors.Any(a => a.Id == sent.ActorId && a.Uri == Bilal)));
        Assert.Equal(1, await guarded.Node.AskAsync((PostMoneyDb db) => db.OutboxActivities.CountAsync(sent => sent.Type == "Undo")));
        Assert.True(await guarded.Node.AskAsync((PostMoneyDb db) => db.Follows.AnyAsync(f => db.Actors.Any(a => a.Id == f.FollowedId && a.Uri == guarded.Mallory.Id))));
        Assert.Equal(before + 1, guarded.P.Fetches + guarded.E.Fetches);
    }

    [Fact]
    public async Task Each_server_is_shown_its_own_people_and_who_has_not_signed_nobody()
    {
        var list = $"{guarded.Amina}/followers_synchronization";

        var shown = await guarded.SendAsync(Carol.SignedAsOneShould(HttpMessage.ToSend("GET", new Uri(list), default, KeyValuePair.Create("Accept", "application/activity+json"))));

        Assert.Contains(Carol.Id, shown.Body, StringComparison.Ordinal);
        Assert.Contains(guarded.Mel.Id, shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(guarded.Mallory.Id, shown.Body, StringComparison.Ordinal);
        Assert.Equal("404 not-found", (await guarded.SendAsync(HttpMessage.ToSend("GET", new Uri(list)))).Answer);
        Assert.DoesNotContain(Carol.Id, (await guarded.SendAsync(guarded.Mallory.SignedAsOneShould(HttpMessage.ToSend("GET", new Uri(list))))).Body, StringComparison.Ordinal);
    }

    private static KeyValuePair<string, string> Header(string collection, string url, string digest) =>
        KeyValuePair.Create(FollowersClaim.Header, $"collectionId=\"{collection}\", url=\"{url}\", digest=\"{digest}\"");

    private HttpMessage Letter() => Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost));
}
