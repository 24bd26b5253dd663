using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Writes the proof of a document, with its value or before there is one.</summary>
internal sealed record WriteProof(string Cryptosuite, string VerificationMethod, DateTimeOffset Created, string Purpose)
{
    /// <param name="context">The document's context, where the proof carries it; else undefined.</param>
    /// <param name="proofValue">The signature in base58btc, or null before there is one.</param>
    /// <param name="output">Is emptied and written over.</param>
    internal JsonElement Apply(JsonElement context, string? proofValue, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            if (context.ValueKind != JsonValueKind.Undefined)
            {
                writer.WritePropertyName("@context");
                context.WriteTo(writer);
            }

            writer.WriteString("type", EddsaJcs2022.ProofType);
            writer.WriteString("cryptosuite", Cryptosuite);
            writer.WriteString("created", Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("verificationMethod", VerificationMethod);
            writer.WriteString("proofPurpose", Purpose);
            if (proofValue is not null)
            {
                writer.WriteString("proofValue", proofValue);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }
}
