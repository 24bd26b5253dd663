using System.Runtime.InteropServices;
using System.Text.Json;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using PostMoney.ActivityStreams.Tests.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>Everything public that reads a stranger's document, each with what must hold of any answer.</summary>
internal static class DocumentReaders
{
    private const int LongestRoundTrip = 16_384;

    private static readonly JsonElement _context = ProofForge.Element("\"https://www.w3.org/ns/activitystreams\"");

    private static readonly WebId _chen = WebId.TryParse("https://p.test/u/chen", allowsPlainHttp: false, out var id) ? id : throw new InvalidOperationException();

    public static IReadOnlyDictionary<string, Action<FuzzInput>> All { get; } = new Dictionary<string, Action<FuzzInput>>
    {
        ["StrictJson"] = ReadStrictly,
        ["canonical JSON"] = OfDocument(Canonicalize),
        ["expand"] = OfDocument(Expand),
        ["expand strictly"] = OfDocument(document => JsonLdProcessor.TryExpand(document, new JsonLdOptions { RefuseLoss = true }, out _, out _)),
        ["expand under a context"] = OfDocument(context => JsonLdProcessor.TryExpand(
            ProofForge.Element(ProofForge.Need), new JsonLdOptions { ExpandContext = context, Base = "https://n.test/" }, out _, out _)),
        ["compact"] = OfDocument(document => JsonLdProcessor.TryCompact(document, _context, JsonLdOptions.Default, out _, out _)),
        ["compact with its own context"] = OfDocument(document => JsonLdProcessor.TryCompact(document, document, JsonLdOptions.Default, out _, out _)),
        ["flatten"] = OfDocument(document => JsonLdProcessor.TryFlatten(document, null, JsonLdOptions.Default, out _, out _)),
        ["flatten and compact"] = OfDocument(document => JsonLdProcessor.TryFlatten(document, _context, JsonLdOptions.Default, out _, out _)),
        ["RDF"] = OfDocument(document => JsonLdProcessor.TryToRdf(document, JsonLdOptions.Default, out _, out _)),
        ["RDF in its canonical form"] = OfDocument(CanonicalizeGraph),
        ["RDF and back"] = OfDocument(ToRdfAndBack),
        ["eddsa-jcs-2022"] = OfDocument(document => EddsaJcs2022.Verify(document)),
        ["eddsa-rdfc-2022"] = OfDocument(document => EddsaRdfc2022.Verify(document)),
        ["a signature of our own"] = OfStrictDocument(SignAndVerify),
        ["RsaSignature2017"] = OfDocument(VerifyLdSignature),
        ["owner, audience, key"] = OfStrictDocument(ReadOrigins),
        ["WebFinger's answer"] = ReadDescriptors,
        ["NodeInfo"] = input => NodeInfoJson.TryRead(input.Bytes, out _),
    };

    // A reader must stand what the platform's own parser lets through as well, such as half a surrogate pair.
    private static Action<FuzzInput> OfDocument(Action<JsonElement> read) => input =>
    {
        if (input.Document is { } document)
        {
            read(document);
        }
    };

    private static Action<FuzzInput> OfStrictDocument(Action<JsonElement> read) => input =>
    {
        if (StrictJson.TryParse(input.Bytes, out var document, out _))
        {
            read(document);
        }
    };

    private static void ReadStrictly(FuzzInput input)
    {
        var isRead = StrictJson.TryParse(input.Bytes, out var root, out var problem);
        Assert.Equal(isRead, problem == StrictJsonProblem.None);
        if (isRead)
        {
            Assert.NotNull(input.Document);
            Assert.True(JsonCanonicalization.TryCanonicalize(root, out _));
        }
    }

    private static void Canonicalize(JsonElement document)
    {
        // The canonical form is limited in depth by nothing but the parser, whose own limit is 64.
        if (JsonCanonicalization.TryCanonicalize(document, out var canonical))
        {
            Assert.True(JsonCanonicalization.TryCanonicalize(JsonElement.Parse(canonical), out var again));
            Assert.Equal(canonical, again);
        }
    }

    private static void Expand(JsonElement document)
    {
        if (JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out var expanded, out var problem))
        {
            Assert.Equal(JsonValueKind.Array, expanded.ValueKind);
        }
        else
        {
            Assert.NotNull(problem);
        }
    }

    private static void CanonicalizeGraph(JsonElement document)
    {
        if (JsonLdProcessor.TryToRdf(document, JsonLdOptions.Default, out var quads, out _))
        {
            _ = RdfCanonicalization.TryCanonicalize(quads, out _);
        }
    }

    // Several steps in one, so that what is asked of each alone can be asked of all for short documents only.
    private static void ToRdfAndBack(JsonElement document)
    {
        if (IsLong(document) || !JsonLdProcessor.TryToRdf(document, JsonLdOptions.Default, out var quads, out _))
        {
            return;
        }

        _ = JsonLdProcessor.TryFromRdf(quads, JsonLdOptions.Default, out _, out _);
        if (RdfCanonicalization.TryCanonicalize(quads, out var canonical))
        {
            Assert.True(NQuads.TryParse(canonical.ToString(), out var again));
            Assert.Equal(canonical.ToString(), NQuads.Write(again));
        }
    }

    private static bool IsLong(JsonElement document) => JsonMarshal.GetRawUtf8Value(document).Length > LongestRoundTrip;

    private static void SignAndVerify(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object
            || IsLong(document)
            || !JsonCanonicalization.TryCanonicalize(document, out var canonical)
            || document.TryGetProperty("proof", out _))
        {
            return;
        }

        // The proof repeats the context two levels down.
        if (!JsonDepth.IsWithin(document, StrictJson.MaximumDepth)
            || (document.TryGetProperty("@context", out var context) && !JsonDepth.IsWithin(context, StrictJson.MaximumDepth - 2)))
        {
            Assert.Throws<ArgumentException>(() => EddsaJcs2022.Sign(document, SignedThings.Key, TownRequest.Now));
            return;
        }

        var signed = EddsaJcs2022.Sign(document, SignedThings.Key, TownRequest.Now);
        Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(JsonElement.Parse(signed)));
        try
        {
            var graph = EddsaRdfc2022.Sign(JsonElement.Parse(canonical), SignedThings.Key, TownRequest.Now);
            Assert.IsType<ProofCheck.Verified>(EddsaRdfc2022.Verify(JsonElement.Parse(graph)));
        }
        catch (ArgumentException)
        {
            // Not everything can be signed by what it means.
        }
    }

    private static void VerifyLdSignature(JsonElement document)
    {
        _ = RsaSignature2017.TryReadCreator(document, out _);
        Assert.IsType<LdSignatureCheck.Refused>(RsaSignature2017.Verify(document, SignedThings.Rsa));
    }

    private static void ReadOrigins(JsonElement document)
    {
        if (DocumentOwner.Of(document) is DocumentOwner.Owned owned)
        {
            Assert.Equal(owned.Id.Origin, owned.Owner.Origin);
            Assert.Equal(owned.Owner.Equals(_chen), WhoMaySpeak.CheckSender(_chen, owned) is null);
            foreach (var member in document.EnumerateObject())
            {
                _ = WhoMaySpeak.MayBelieveEmbedded(owned, member.Value);
            }
        }

        if (Audience.TryRead(document, out var audience))
        {
            Assert.True(audience.Recipients.Count() <= Audience.MaximumRecipients);
        }

        if (ActorKey.Find(document, TownRequest.ChensKey) is ActorKey.Named named)
        {
            Assert.Equal(_chen, named.Owner);
        }

        Assert.DoesNotContain("\"bcc\":", System.Text.Encoding.UTF8.GetString(Audience.WithoutBlind(document)), StringComparison.Ordinal);
    }

    private static void ReadDescriptors(FuzzInput input)
    {
        if (ResourceDescriptorJson.TryRead(input.Bytes, out var answer))
        {
            _ = ApplicationActor.FindIn(answer);
            _ = NodeInfoLinks.Choose(answer);
            Assert.True(ResourceDescriptorJson.TryRead(ResourceDescriptorJson.Write(answer), out var again));
            Assert.Equal(answer.Subject, again.Subject);
            Assert.Equal(answer.Links.Count, again.Links.Count);
        }

        if (ResourceDescriptorXml.TryRead(input.Bytes, out var host))
        {
            Assert.True(ResourceDescriptorXml.TryRead(ResourceDescriptorXml.Write(host), out _));
        }
    }
}
