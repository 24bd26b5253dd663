using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using PostMoney.ActivityStreams.Tests.Proofs;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>Right signatures to spoil: what is almost right goes further into the code than what is wrong at once.</summary>
internal static class SignedThings
{
    private const string Note = """
        {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/data-integrity/v2"],
         "id":"https://p.test/notes/1","type":"Note","attributedTo":"https://p.test/u/chen","content":"The ladder is back",
         "to":["https://www.w3.org/ns/activitystreams#Public"],"published":"2027-03-01T09:00:07Z"}
        """;

    private const string LdSigned = """
        {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/v1"],"type":"Create","id":"https://p.test/a/1",
         "actor":"https://p.test/u/chen","object":{"type":"Note","id":"https://p.test/notes/1","content":"The ladder is back"},
         "signature":{"type":"RsaSignature2017","creator":"https://p.test/u/chen#main-key","created":"2027-03-01T09:00:07Z",
         "signatureValue":"AAAA"}}
        """;

    /// <summary>The key of what is signed here.</summary>
    public static Ed25519SecretKey Key { get; } = Ed25519SecretKey.FromSeed(SHA256.HashData("Chen"u8));

    public static HttpMessage OldRequest { get; } = new TownRequest(SignatureScheme.Cavage).Signed;

    public static HttpMessage NewRequest { get; } = new TownRequest(SignatureScheme.Rfc9421).Signed;

    public static IReadOnlyList<string> Keys { get; } =
    [
        DidKey.From(Key.PublicKey).VerificationMethod, DidKey.From(Key.PublicKey).Value, Multikey.Of(Key.PublicKey),
        ((VerificationKey.Rsa)TownRequest.Public).Key.ToPem(),
    ];

    /// <summary>The last of <see cref="Keys"/>, as the platform holds it.</summary>
    public static RSA Rsa { get; } = FromPem(Keys[3]);

    public static IReadOnlyList<JsonElement> Documents { get; } =
    [
        Signed(EddsaJcs2022.Sign(ProofForge.Element(Note), Key, TownRequest.Now)),
        Signed(EddsaRdfc2022.Sign(ProofForge.Element(Note), Key, TownRequest.Now)),
        ProofForge.Element(LdSigned),
        Actor(),
        ProofForge.Element("""
            {"subject":"acct:bilal@n.test","aliases":["https://n.test/u/bilal"],"properties":{"https://n.test/p":null},
             "links":[{"rel":"self","type":"application/activity+json","href":"https://n.test/u/bilal","titles":{"en":"Bilal"}},
             {"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"https://n.test/nodeinfo/2.1"}]}
            """),
        ProofForge.Element("""
            {"version":"2.1","software":{"name":"postmoney","version":"0.1.0"},"protocols":["activitypub"],"services":{"inbound":[],"outbound":[]},
             "openRegistrations":true,"usage":{"users":{"total":3,"activeMonth":2},"localPosts":7},"metadata":{}}
            """),
    ];

    private static RSA FromPem(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }

    private static JsonElement Actor() => ProofForge.Element(JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["id"] = "https://p.test/u/chen",
        ["type"] = "Person",
        ["inbox"] = "https://p.test/u/chen/inbox",
        ["outbox"] = "https://p.test/u/chen/outbox",
        ["publicKey"] = new { id = TownRequest.ChensKey, owner = "https://p.test/u/chen", publicKeyPem = Keys[3] },
        ["assertionMethod"] = new[]
        {
            new { id = "https://p.test/u/chen#k", type = "Multikey", controller = "https://p.test/u/chen", publicKeyMultibase = Keys[2] },
        },
    }));

    private static JsonElement Signed(byte[] document) => ProofForge.Element(Encoding.UTF8.GetString(document));
}
