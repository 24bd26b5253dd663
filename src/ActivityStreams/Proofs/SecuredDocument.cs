using System.Buffers;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Takes a document apart into what is signed and its proofs, and puts some of them back.</summary>
internal static class SecuredDocument
{
    private const string Proof = "proof";

    /// <summary>Whether it is an object that can be written again: not too deep, no name twice, every string readable.</summary>
    internal static bool IsReadable(JsonElement document) => document.ValueKind == JsonValueKind.Object
        && JsonDepth.IsWithin(document, StrictJson.MaximumDepth)
        && JsonCanonicalization.TryCanonicalize(document, out _);

    /// <summary>Reads the proofs of a document: one object, or a list of objects.</summary>
    /// <returns>Null, or the problem. Without a problem the document is readable and has one to <paramref name="most"/> proofs.</returns>
    internal static ProofProblem? ReadProofs(JsonElement document, int most, out IReadOnlyList<JsonElement> proofs)
    {
        proofs = [];
        if (!IsReadable(document))
        {
            return ProofProblem.Document;
        }

        if (!document.TryGetProperty(Proof, out var proof))
        {
            return ProofProblem.Missing;
        }

        if (proof.ValueKind == JsonValueKind.Array && (proof.GetArrayLength() == 0 || proof.GetArrayLength() > most))
        {
            return ProofProblem.Set;
        }

        proofs = proof.ValueKind == JsonValueKind.Array ? [.. proof.EnumerateArray()] : [proof];
        return proofs.All(one => one.ValueKind == JsonValueKind.Object) ? null : ProofProblem.Set;
    }

    /// <summary>A readable document with these proofs in place of its own; with none, without <c>proof</c>.</summary>
    internal static JsonElement With(JsonElement document, IReadOnlyList<JsonElement> proofs)
    {
        var output = new ArrayBufferWriter<byte>(2_048);
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (var member in document.EnumerateObject().Where(member => member.Name != Proof))
            {
                member.WriteTo(writer);
            }

            if (proofs.Count > 0)
            {
                writer.WriteStartArray(Proof);
                foreach (var proof in proofs)
                {
                    proof.WriteTo(writer);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }
}
