using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Rdf;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Hashes documents by what they say in RDF.</summary>
internal static class GraphHash
{
    /// <summary>SHA-256 of the canonical N-Quads (RDFC-1.0) of a document.</summary>
    /// <returns>Null, or the problem.</returns>
    internal static ProofProblem? Apply(JsonElement document, JsonLdOptions options, Span<byte> hash)
    {
        if (!JsonLdProcessor.TryToRdf(document, options, out var quads, out var problem))
        {
            return problem == JsonLdProblem.Loss ? ProofProblem.Loss : ProofProblem.Graph;
        }

        if (!RdfCanonicalization.TryCanonicalize(quads, out var canonical))
        {
            return ProofProblem.Graph;
        }

        SHA256.HashData(canonical.Bytes, hash);
        return null;
    }

    /// <summary>An object under a context, without some of its members and its own context.</summary>
    internal static JsonElement Under(JsonElement context, JsonElement source, params ReadOnlySpan<string> except)
    {
        var output = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            if (context.ValueKind != JsonValueKind.Undefined)
            {
                writer.WritePropertyName("@context");
                context.WriteTo(writer);
            }

            foreach (var member in source.EnumerateObject())
            {
                if (member.Name != "@context" && !except.Contains(member.Name))
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }
}
