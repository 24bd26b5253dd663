using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Proofs;

/// <summary>Makes documents whose signature is right whatever else is wrong with their proof.</summary>
internal static class ProofForge
{
    internal const string Need = """
        {"@context":["https://www.w3.org/ns/activitystreams","https://w3id.org/security/data-integrity/v2"],
         "id":"urn:uuid:01936231-4c5a-7000-8000-000000000001","type":"Need","version":1,"title":"A ladder for Saturday, 5 €",
         "constraints":{"height":2.5,"colours":["any",null,true]}}
        """;

    internal static JsonObject Document(string json = Need) => JsonNode.Parse(json)!.AsObject();

    /// <summary>A right proof of the document, without its value, to spoil before it is signed.</summary>
    internal static JsonObject Proof(JsonObject document, Ed25519SecretKey key)
    {
        var proof = new JsonObject
        {
            ["type"] = "DataIntegrityProof",
            ["cryptosuite"] = "eddsa-jcs-2022",
            ["created"] = "2026-11-25T08:12:31Z",
            ["verificationMethod"] = DidKey.From(key.PublicKey).VerificationMethod,
            ["proofPurpose"] = "assertionMethod",
        };
        if (document["@context"] is { } context)
        {
            proof["@context"] = context.DeepClone();
        }

        return proof;
    }

    /// <summary>Signs document and proof as they are, following the specification and none of our rules.</summary>
    internal static JsonElement Sign(JsonObject document, JsonObject proof, Ed25519SecretKey key)
    {
        document["proof"] = proof;
        var hashes = new byte[64];
        Assert.Null(EddsaJcs2022.Hash(Element(document), hashes, out _));
        proof["proofValue"] = Multibase.EncodeBase58(key.Sign(hashes));
        return Element(document);
    }

    internal static JsonElement Element(JsonNode node) => Element(node.ToJsonString());

    internal static JsonElement Element(string json)
    {
        Assert.True(StrictJson.TryParse(Encoding.UTF8.GetBytes(json), out var root, out var problem), problem.ToString());
        return root;
    }

    internal static ProofCheck.Refused Refused(ProofProblem problem) => new(problem);
}
