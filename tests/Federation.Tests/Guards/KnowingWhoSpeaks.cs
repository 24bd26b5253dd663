using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http.Digests;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;
using PostMoney.Core;
using PostMoney.Core.Federation.Inbox;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Whose a letter is, at the door of a running node: cases of group S of the threat catalogue.</summary>
public sealed class KnowingWhoSpeaks(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private Stranger Carol => guarded.Carol;

    private Stranger Mallory => guarded.Mallory;

    [Fact]
    public async Task An_honest_stranger_is_heard_whichever_way_they_sign()
    {
        foreach (var sign in new Func<ActivityStreams.Http.HttpMessage, ActivityStreams.Http.HttpMessage>[]
        {
            letter => Carol.SignedAsOneShould(letter),
            letter => Carol.SignedAsOneShould(letter, SignatureScheme.Rfc9421),
            Carol.SignedByEd25519,
            letter => Carol.SignedOver(letter, "(request-target) host date digest"),
            letter => Carol.SignedOverComponents(letter, "\"@method\" \"@target-uri\" \"content-digest\""),
        })
        {
            var like = Carol.Activity("Like", guarded.AminasPost);

            var item = await guarded.TakesInAsync(sign(Stranger.Letter(guarded.SharedInbox, like)), (string)like["id"]!);

            Assert.Equal(InboxState.Done, item.State);
        }
    }

    // S-01
    [Fact]
    public async Task A_valid_key_does_not_speak_for_somebody_else()
    {
        var activity = Carol.Activity("Create", guarded.Note(Carol, Carol.NewId(), "Mallory may have my house."));

        await guarded.RefusesAsync("403 sig.actor_mismatch", Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)));
        await guarded.RefusesAsync("403 sig.actor_mismatch", Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity), SignatureScheme.Rfc9421));
        await guarded.RefusesAsync("403 sig.actor_mismatch", Mallory.SignedByEd25519(Stranger.Letter(guarded.SharedInbox, activity)));
    }

    // S-02
    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    [InlineData("Delete")]
    [InlineData("Undo")]
    [InlineData("Accept")]
    [InlineData("Follow")]
    [InlineData("Announce")]
    public async Task A_neighbour_on_the_same_server_does_not_speak_for_her(string type)
    {
        var activity = Carol.Activity(type, guarded.CarolsPost);

        await guarded.RefusesAsync("403 sig.actor_mismatch", guarded.Mel.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)));
    }

    // S-02, F-20: that she is no more is not for others to say.
    [Fact]
    public async Task Nobody_else_says_farewell_for_her()
    {
        var farewell = Carol.Activity("Delete", Carol.Id);

        await guarded.RefusesAsync("403 sig.actor_mismatch", guarded.Mel.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, farewell)));
    }

    // S-03
    [Fact]
    public async Task A_key_document_does_not_name_its_owner_without_being_named()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        var key = x.Serve("/k1", new { id = x.Origin + "/k1", type = "Key", owner = Carol.Id, publicKeyPem = Mallory.Pem });
        var letter = Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost));

        await guarded.RefusesAsync("401 sig.no_key", SignedAs(key, letter));
        Assert.Equal(1, x.Fetches);
        Assert.False(await guarded.Node.AskAsync((PostMoneyDb db) => db.Actors.AnyAsync(actor => actor.Uri == key)));

        // It is known to be none now: it is not asked for again (S-21).
        await guarded.RefusesAsync("401 sig.no_key", SignedAs(key, letter));
        Assert.Equal(1, x.Fetches);
    }

    // S-03: the same on her own server, where others may have put it.
    [Fact]
    public async Task A_key_on_her_server_is_not_hers_without_being_named()
    {
        var key = guarded.P.Serve("/files/k1", new { id = guarded.P.Origin + "/files/k1", type = "Key", owner = Carol.Id, publicKeyPem = Mallory.Pem });
        var letter = Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost));

        await guarded.RefusesAsync("401 sig.mismatch", SignedAs(key, letter), fetches: 1);
    }

    // S-13
    [Fact]
    public async Task A_key_of_512_bits_signs_nothing()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        using var rsa = RSA.Create(512);
        using var weak = RsaSecretKey.FromPem(rsa.ExportPkcs8PrivateKeyPem());
        var zoe = x.Person("zoe");
        x.Serve("/u/zoe", zoe.Document(rsa.ExportSubjectPublicKeyInfoPem()));
        var letter = Stranger.Letter(guarded.SharedInbox, zoe.Activity("Follow", guarded.Amina));

        await guarded.RefusesAsync("401 sig.mismatch", letter.With(
            RequestSigning.Sign(letter, new SigningKey.Rsa(weak), zoe.KeyId, SignatureScheme.Cavage, Stranger.Now)));
    }

    // S-13
    [Fact]
    public async Task A_public_key_is_no_shared_secret()
    {
        var letter = Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost));
        using var mac = new HMACSHA256(System.Text.Encoding.UTF8.GetBytes(Carol.Pem));
        var dated = letter.With(
            KeyValuePair.Create("Date", Stranger.HttpDate(Stranger.Now)), KeyValuePair.Create("Digest", BodyDigest.WriteLegacy(letter.Body.Span)));
        Assert.Null(CavageSignature.TryBuildBase(dated, ["(request-target)", "host", "date", "digest"], null, null, out var signed));
        var signature = Convert.ToBase64String(mac.ComputeHash(signed));

        await guarded.RefusesAsync("401 sig.alg", dated.With(KeyValuePair.Create(
            "Signature", $"keyId=\"{Carol.KeyId}\",algorithm=\"hmac-sha256\",headers=\"(request-target) host date digest\",signature=\"{signature}\"")), fetches: 1);
    }

    // S-13
    [Theory]
    [InlineData("rsa-sha1")]
    [InlineData("hmac-sha256")]
    [InlineData("none")]
    public async Task The_sender_does_not_choose_the_algorithm(string algorithm)
    {
        var letter = Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost));

        await guarded.RefusesAsync("401 sig.alg", Spoilt.Header(Carol.SignedAsOneShould(letter), "Signature", "rsa-sha256", algorithm), fetches: 1);
        await guarded.RefusesAsync("401 sig.alg", Spoilt.Header(
            Carol.SignedAsOneShould(letter, SignatureScheme.Rfc9421), "Signature-Input", "rsa-v1_5-sha256", algorithm), fetches: 1);
    }

    // S-16
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_right_signature_beside_a_wrong_one_speaks_for_its_own_key_alone(bool isRightOneFirst)
    {
        const string covered = "\"@method\" \"@target-uri\" \"content-digest\"";
        var letter = Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost));
        var right = Mallory.SignedOverComponents(letter, covered, "a");
        var wrong = Mallory.SignedOverComponents(letter, covered, "b", Carol.KeyId);
        var (first, second) = isRightOneFirst ? (right, wrong) : (wrong, right);

        await guarded.RefusesAsync("403 sig.actor_mismatch", first.With(second.Headers.Where(header => header.Key.StartsWith("Signature", StringComparison.Ordinal))), fetches: 1);
    }

    // S-16
    [Fact]
    public async Task Five_signatures_are_too_many()
    {
        var letter = Stranger.Letter(guarded.SharedInbox, Mallory.Activity("Like", guarded.AminasPost));
        var signed = Mallory.SignedOverComponents(letter, "\"@method\" \"@target-uri\" \"content-digest\"");
        for (var more = 2; more <= 5; more++)
        {
            signed = signed.With(Mallory.SignedOverComponents(letter, "\"@method\" \"@target-uri\" \"content-digest\"", $"sig{more}").Headers
                .Where(header => header.Key.StartsWith("Signature", StringComparison.Ordinal)));
        }

        await guarded.RefusesAsync("400 sig.too_many", signed);
    }

    // S-19, S-20
    [Theory]
    [InlineData("acct:carol@p.test")]
    [InlineData("http://127.0.0.1:5432/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:application/activity+json,none")]
    public async Task A_key_id_that_is_no_https_address_makes_the_node_ask_nobody(string keyId)
    {
        var letter = Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost));

        await guarded.RefusesAsync("401 sig.keyid_scheme", SignedAs(keyId, letter));
    }

    // S-22
    [Fact]
    public async Task A_hundred_bad_signatures_make_the_node_ask_once()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        var zoe = x.Person("zoe");
        var like = zoe.Activity("Like", guarded.AminasPost);
        await guarded.TakesInAsync(zoe.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, like)), (string)like["id"]!);
        var met = x.Fetches;
        var before = await guarded.DigestAsync();

        for (var attempt = 0; attempt < 100; attempt++)
        {
            var letter = Stranger.Letter(guarded.SharedInbox, zoe.Activity("Like", guarded.AminasPost));
            Assert.Equal("401 sig.mismatch", (await guarded.SendAsync(SignedAs(zoe.KeyId, letter))).Answer);
        }

        Assert.Equal(1, x.Fetches - met);
        Assert.Equal(before, await guarded.DigestAsync());
    }

    // S-21
    [Fact]
    public async Task Key_ids_that_lead_to_one_server_make_the_node_ask_it_five_times_a_minute()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "x.test");
        var before = await guarded.DigestAsync();

        var answers = new List<string>();
        for (var key = 0; key < 30; key++)
        {
            var letter = Stranger.Letter(guarded.SharedInbox, Carol.Activity("Like", guarded.AminasPost));
            answers.Add((await guarded.SendAsync(SignedAs($"{x.Origin}/k?i={key}", letter))).Answer);
        }

        // Twice as many where a minute ends meanwhile.
        Assert.InRange(x.Fetches, 5, 10);
        Assert.All(answers, answer => Assert.Contains(answer, new[] { "401 sig.no_key", "429 limit.keys" }));
        Assert.Contains("429 limit.keys", answers);
        Assert.Equal(before, await guarded.DigestAsync());
    }

    private ActivityStreams.Http.HttpMessage SignedAs(string keyId, ActivityStreams.Http.HttpMessage letter) =>
        letter.With(RequestSigning.Sign(letter, Mallory.Key, keyId, SignatureScheme.Cavage, Stranger.Now));
}
