using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Digests;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.Core;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>What a signature has to cover, and when it has to have been made, at the door of a running node: cases of group S of the threat catalogue.</summary>
public sealed class ReadingASignature(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private const string Usual = "(request-target) host date digest";

    private Stranger Carol => guarded.Carol;

    // S-05
    [Fact]
    public async Task A_body_without_a_digest_is_not_signed()
    {
        await guarded.RefusesAsync("401 sig.uncovered:digest", Spoilt.Without(Carol.SignedOver(Like(), "(request-target) host date"), "Digest"));
        await guarded.RefusesAsync("401 sig.uncovered:digest", Spoilt.Without(
            Carol.SignedOverComponents(Like(), "\"@method\" \"@target-uri\""), "Content-Digest"));
    }

    // S-06
    [Fact]
    public async Task A_digest_that_is_not_signed_says_nothing_of_the_body()
    {
        var signed = Carol.SignedOver(Like(), "(request-target) host date");
        var other = JsonSerializer.SerializeToUtf8Bytes(Carol.Activity("Delete", guarded.CarolsPost));
        var digest = BodyDigest.WriteLegacy(signed.Body.Span);

        await guarded.RefusesAsync("401 sig.uncovered:digest", Spoilt.Body(Spoilt.Header(signed, "Digest", digest, BodyDigest.WriteLegacy(other)), other));
    }

    // S-06
    [Fact]
    public async Task Another_body_does_not_fit_the_digest_that_was_signed()
    {
        var other = JsonSerializer.SerializeToUtf8Bytes(Carol.Activity("Delete", guarded.CarolsPost));

        await guarded.RefusesAsync("401 sig.digest", Spoilt.Body(Carol.SignedAsOneShould(Like()), other));
        await guarded.RefusesAsync("401 sig.digest", Spoilt.Body(Carol.SignedAsOneShould(Like(), SignatureScheme.Rfc9421), other));
    }

    // S-08: the key is read again once, as it may have changed.
    [Theory]
    [InlineData("/u/amina/inbox")]
    [InlineData("/inbox?page=2")]
    public async Task A_letter_to_one_inbox_is_none_to_another(string target)
    {
        await guarded.RefusesAsync("401 sig.mismatch", Spoilt.SentTo(Carol.SignedOver(Like("/u/bilal/inbox?page=1"), Usual), target), fetches: 1);
        await guarded.RefusesAsync("401 sig.mismatch", Spoilt.SentTo(Carol.SignedAsOneShould(Like("/u/bilal/inbox"), SignatureScheme.Rfc9421), target), fetches: 1);
    }

    // S-08
    [Fact]
    public async Task What_was_signed_to_be_read_is_not_posted()
    {
        var like = Like();
        var read = HttpMessage.FromRequest("GET", like.Scheme!, like.Target!, like.Headers, like.Body);
        var signed = Carol.SignedAsOneShould(read);

        await guarded.RefusesAsync("401 sig.mismatch", HttpMessage.FromRequest("POST", signed.Scheme!, signed.Target!, signed.Headers, signed.Body), fetches: 1);
    }

    // S-09
    [Fact]
    public async Task A_letter_that_names_no_host_could_be_anybody_s()
    {
        await guarded.RefusesAsync("401 sig.uncovered:host", Carol.SignedOver(Like(), "(request-target) date digest"));
        await guarded.RefusesAsync("401 sig.uncovered:host", Carol.SignedOverComponents(Like(), "\"@method\" \"@path\" \"content-digest\""));
    }

    // S-09
    [Fact]
    public async Task A_letter_to_another_server_is_not_opened()
    {
        var letter = Stranger.Letter(guarded.P.Origin + "/inbox", Carol.Activity("Like", guarded.AminasPost));

        await guarded.RefusesAsync("421", Carol.SignedAsOneShould(letter));
        await guarded.RefusesAsync("401 sig.mismatch", Spoilt.Header(
            Carol.SignedAsOneShould(letter), "Host", new Uri(guarded.P.Origin).Authority, guarded.Node.Host), fetches: 1);
    }

    // S-10
    [Fact]
    public async Task A_signature_of_another_time_is_refused_with_the_time_here()
    {
        var old = TimeSpan.FromSeconds(302);
        foreach (var scheme in new[] { SignatureScheme.Cavage, SignatureScheme.Rfc9421 })
        {
            var late = await guarded.RefusesAsync("401 sig.clock", Carol.SignedAsOneShould(Like(), scheme, ago: old));
            Assert.Contains("\r\nDate: ", late.Head, StringComparison.Ordinal);
            await guarded.RefusesAsync("401 sig.clock", Carol.SignedAsOneShould(Like(), scheme, ago: -old));
        }

        await guarded.RefusesAsync("401 sig.clock", Carol.SignedOver(Like(), Usual + " (expires)", expires: Stranger.Now.AddDays(2)));
        await guarded.RefusesAsync("400 sig.date", Carol.SignedOver(Like(), Usual, date: "yesterday"));
    }

    // S-10
    [Fact]
    public async Task A_signature_without_a_time_is_refused()
    {
        await guarded.RefusesAsync("401 sig.uncovered:date", Carol.SignedOver(Like(), "(request-target) host digest"));
        await guarded.RefusesAsync("400 sig.component", Spoilt.Without(Carol.SignedOver(Like(), Usual), "Date"));
    }

    // S-11
    [Fact]
    public async Task The_same_letter_is_taken_each_time_and_counts_once()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        var zoe = x.Person("zoe");
        var follow = zoe.Activity("Follow", guarded.Amina);
        var notified = await NotificationsAsync();
        var letter = zoe.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, follow));
        await guarded.TakesInAsync(letter, (string)follow["id"]!);
        await guarded.QuietAsync();
        var before = await guarded.DigestAsync();

        Assert.Equal("202", (await guarded.SendAsync(letter)).Answer);
        Assert.Equal("202", (await guarded.SendAsync(letter)).Answer);
        Assert.Equal("202", (await guarded.SendAsync(zoe.SignedAsOneShould(Stranger.Letter(guarded.Amina + "/inbox", follow)))).Answer);
        Assert.Equal("202", (await guarded.SendAsync(zoe.SignedAsOneShould(Stranger.Letter(guarded.Node.IdOf("bilal") + "/inbox", follow)))).Answer);

        Assert.Equal(before, await guarded.DigestAsync());
        Assert.Equal(notified + 1, await NotificationsAsync());
    }

    // S-17
    [Theory]
    [InlineData("Date")]
    [InlineData("Digest")]
    [InlineData("Host")]
    [InlineData("Content-Type")]
    public async Task A_covered_header_that_comes_twice_is_refused(string name)
    {
        var signed = Carol.SignedOver(Like(), Usual + " content-type");

        var reply = await guarded.SendAsync(signed.With(KeyValuePair.Create(name, signed.Lines(name)[0])));

        Assert.Equal(400, reply.Status);
        await guarded.RefusesAsync(reply.Answer, signed.With(KeyValuePair.Create(name, signed.Lines(name)[0])));
    }

    // S-18
    [Theory]
    [InlineData("")]
    [InlineData("date date date")]
    [InlineData("(created)")]
    [InlineData("(request-target) host date digest x-none")]
    public async Task A_list_that_covers_nothing_or_the_same_again_is_refused(string covered) =>
        await guarded.RefusesAsync("400 sig.component", Spoilt.Header(Carol.SignedAsOneShould(Like()), "Signature", Usual, covered));

    // S-18
    [Theory]
    [InlineData("\"@method\" \"@method\"")]
    [InlineData("\"@status\"")]
    [InlineData("\"content-digest\";req")]
    public async Task A_list_of_components_that_no_request_has_is_refused(string covered) => await guarded.RefusesAsync("400 sig.component", Spoilt.Header(
        Carol.SignedOverComponents(Like(), "\"@method\" \"@target-uri\" \"content-digest\""), "Signature-Input", "\"@method\"", covered));

    [Fact]
    public async Task What_is_not_signed_is_refused()
    {
        await guarded.RefusesAsync("401 sig.missing", Like());
        await guarded.RefusesAsync("400 sig.malformed", Like().With(KeyValuePair.Create("Signature", "none")));
        await guarded.RefusesAsync("400 json.malformed", Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, Encoding.ASCII.GetBytes("hello"))));
    }

    private HttpMessage Like(string path = "/inbox") => Stranger.Letter(guarded.Node.Origin + path, Carol.Activity("Like", guarded.AminasPost));

    private Task<int> NotificationsAsync() => guarded.Node.AskAsync((PostMoneyDb db) => db.Notifications.CountAsync());
}
