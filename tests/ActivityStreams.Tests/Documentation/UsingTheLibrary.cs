using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.ActivityStreams.Tests.Http.Fetching;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using PostMoney.ActivityStreams.Vocabulary;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Documentation;

/// <summary>The examples of <c>docs/activitystreams.md</c>. What stands between the marks is on the page, letter for letter.</summary>
public sealed class UsingTheLibrary
{
    private const string Note = """
        {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/data-integrity/v2"],
         "id":"https://p.test/notes/1","type":"Note","attributedTo":"https://p.test/u/chen","content":"The ladder is back",
         "to":"https://www.w3.org/ns/activitystreams#Public"}
        """;

    [Fact]
    public void Reading_a_document_of_a_stranger()
    {
        var bytes = Encoding.UTF8.GetBytes(Note);
        var address = new Uri("https://p.test/notes/1");

        // page: read
        if (!StrictJson.TryParse(bytes, out var document, out var problem))
        {
            throw new InvalidDataException($"Not taken: {problem}");
        }

        // Whose is it, and did the bytes come from there?
        var isTheirs = DocumentOwner.Of(document) is DocumentOwner.Owned owned
            && WhoMaySpeak.IsFromItsOrigin(owned.Id, producedBy: address);

        // For whom is it?
        var isPublic = Audience.TryRead(document, out var audience) && audience.IsPublic;

        // What does it say? In plain names, since its context may give others.
        string? content = null;
        if (PlainTerms.TryApply(document, out var plain, out var refusal) && ActivityObject.TryRead(plain, out var note))
        {
            content = note.Content; // HTML, and hostile until it is cleaned
        }

        // page: end
        Assert.True(isTheirs && isPublic);
        Assert.Equal((null, "The ladder is back"), (refusal, content));
    }

    [Fact]
    public void Checking_a_signed_request()
    {
        var request = new TownRequest(SignatureScheme.Rfc9421).Signed;
        var (method, scheme, target, headers, body, now) = ("POST", "https", request.Target!, request.Headers, request.Body, TownRequest.Now);
        var actor = ActorDocument();

        // page: receive
        var message = HttpMessage.FromRequest(method, scheme, target, headers, body);
        SignatureCheck? check = null;
        switch (HttpSignatures.Read(message, SignaturePolicy.Default, now))
        {
            case SignatureReading.Refused refused:
                Console.WriteLine($"{refused.Problem.Status} {refused.Problem.Code}");
                break;
            case SignatureReading.Found found:
                // Fetch the actor that found.Candidates[0].KeyId belongs to, from the actor's own address; then:
                var candidate = found.Candidates[0];
                check = ActorKey.Find(actor, candidate.KeyId) is ActorKey.Named named
                    ? candidate.Verify(named.Key)
                    : new SignatureCheck.Refused(SignatureProblem.Mismatch);
                break;
        }

        // page: end
        Assert.IsType<SignatureCheck.Verified>(check);
    }

    [Fact]
    public async Task Delivering_an_activity()
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer("202 Accepted"));
        var inbox = server.At("/inbox");
        var activity = Encoding.UTF8.GetBytes(Note);
        var policy = FetchPolicy.OfLoopback;

        // page: deliver
        using var key = RsaSecretKey.Create();
        using var client = new GuardedClient(policy, TimeProvider.System, "example/1.0");
        var result = await client.DeliverAsync(inbox, activity, request => RequestSigning.Sign(
            request,
            new SigningKey.Rsa(key),
            keyId: "https://n.test/u/bilal#main-key",
            SignatureScheme.Cavage,
            TimeProvider.System.GetUtcNow()));
        var next = result switch
        {
            DeliveryResult.Delivered => "done",
            DeliveryResult.RetryLater later => $"again, not before {later.NotBefore}",
            DeliveryResult.Gone => "forget this inbox",
            _ => "give up",
        };

        // page: end
        Assert.Equal("done", next);
        Assert.Contains("Signature: keyId=\"https://n.test/u/bilal#main-key\"", server.Requests[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Making_and_checking_a_proof()
    {
        Assert.True(StrictJson.TryParse(Encoding.UTF8.GetBytes(Note), out var document, out _));

        // page: proof
        using var passport = Ed25519SecretKey.FromSeed(RandomNumberGenerator.GetBytes(Ed25519SecretKey.SeedSize));
        var signed = EddsaJcs2022.Sign(document, passport, TimeProvider.System.GetUtcNow());

        // Somebody else, later:
        var isRead = StrictJson.TryParse(signed, out var received, out _);
        var answer = !isRead ? "no JSON" : EddsaJcs2022.Verify(received) switch
        {
            ProofCheck.Verified verified => $"signed by {verified.Signer}",
            ProofCheck.Refused refused => $"not signed: {refused.Problem.Code}",
            _ => "",
        };

        // page: end
        Assert.Equal($"signed by {DidKey.From(passport.PublicKey)}", answer);
    }

    [Fact]
    public void Binding_an_actor_to_a_passport()
    {
        using var passport = Ed25519SecretKey.FromSeed(RandomNumberGenerator.GetBytes(Ed25519SecretKey.SeedSize));
        Assert.True(WebId.TryParse("https://p.test/u/chen", out var actorId));

        // page: identity
        // Chen's server puts this under "attachment" in Chen's actor document:
        var statement = IdentityProof.Sign(actorId, passport, TimeProvider.System.GetUtcNow());

        // Somebody else, with what they found there:
        var holder = StrictJson.TryParse(statement, out var attached, out _)
            && IdentityProof.Verify(attached, actorId) is ProofCheck.Verified identity ? identity.Signer : null;

        // page: end
        Assert.Equal(DidKey.From(passport.PublicKey), holder);
    }

    [Fact]
    public void Finding_an_actor_by_name()
    {
        var actorId = "https://p.test/u/chen";
        Assert.True(AcctUri.TryParse("acct:chen@p.test", out var chen));
        var bytes = ResourceDescriptorJson.Write(Handles.Describe(chen, actorId, "https://p.test/@chen"));

        // page: find
        string? found = null;
        if (AcctUri.TryParseHandle("@chen@p.test", out var account))
        {
            var question = WebFingerQuery.About(account).At(account.Host);
            Console.WriteLine(question); // https://p.test/.well-known/webfinger?resource=acct%3Achen%40p.test

            // After its answer has been fetched:
            found = ResourceDescriptorJson.TryRead(bytes, out var descriptor) ? Handles.ActorOf(descriptor, account) : null;
        }

        // page: end
        Assert.Equal(actorId, found);
    }

    [Fact]
    public void Comparing_documents_by_what_they_mean()
    {
        Assert.True(StrictJson.TryParse(Encoding.UTF8.GetBytes(Note), out var document, out _));

        // page: canonical
        // By how it is written (RFC 8785): for records that are signed as they are.
        var text = JsonCanonicalization.TryCanonicalize(document, out var canonical) ? Encoding.UTF8.GetString(canonical) : "none";

        // By what it says (RDFC-1.0), whatever context it is written with.
        var graph = JsonLdProcessor.TryToRdf(document, JsonLdOptions.Default, out var quads, out _)
            && RdfCanonicalization.TryCanonicalize(quads, out var dataset) ? dataset.ToString() : "none";

        // page: end
        Assert.StartsWith("{\"@context\":[", text, StringComparison.Ordinal);
        Assert.Contains("<https://www.w3.org/ns/activitystreams#content> \"The ladder is back\"", graph, StringComparison.Ordinal);
    }

    private static JsonElement ActorDocument() => JsonElement.Parse(JsonSerializer.Serialize(new
    {
        id = "https://p.test/u/chen",
        inbox = "https://p.test/u/chen/inbox",
        outbox = "https://p.test/u/chen/outbox",
        publicKey = new
        {
            id = TownRequest.ChensKey,
            owner = "https://p.test/u/chen",
            publicKeyPem = ((VerificationKey.Rsa)TownRequest.Public).Key.ToPem(),
        },
    }));
}
