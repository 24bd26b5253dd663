using System.Security.Cryptography;
using System.Text.Json;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Items;

/// <summary>A record whose proof holds: the bytes that were signed, and by whom.</summary>
public sealed class SignedRecord
{
    /// <summary>Most bytes of a record.</summary>
    public const int MaximumBytes = 65_536;

    private SignedRecord(byte[] bytes, JsonElement document, DidKey signer)
    {
        Bytes = bytes;
        Document = document;
        Signer = signer;
    }

    /// <summary>The canonical form (RFC 8785), proof and all: what is stored.</summary>
    public byte[] Bytes { get; }

    /// <summary>The same, parsed.</summary>
    public JsonElement Document { get; }

    /// <summary>Who signed.</summary>
    public DidKey Signer { get; }

    /// <summary>SHA-256 of the bytes.</summary>
    public byte[] Digest() => SHA256.HashData(Bytes);

    /// <summary>Whether the record, without its proof, says exactly this: nothing is in it that was not understood.</summary>
    internal bool Says(JsonElement document)
    {
        var said = Document.EnumerateObject().Where(property => property.Name != "proof")
            .ToDictionary(property => property.Name, property => property.Value);
        return JsonCanonicalization.Canonicalize(JsonSerializer.SerializeToElement(said)).AsSpan()
            .SequenceEqual(JsonCanonicalization.Canonicalize(document));
    }

    /// <summary>Reads bytes from outside and verifies the proof before anything else is believed.</summary>
    public static Result<SignedRecord> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaximumBytes)
        {
            return new Refusal(RefusalKind.Invalid, "record.too-large", $"A record has at most {MaximumBytes} bytes.");
        }

        if (!StrictJson.TryParse(bytes.Span, out var document, out var problem))
        {
            return new Refusal(RefusalKind.Invalid, "record.json", $"The record is not acceptable JSON: {problem}.");
        }

        return EddsaJcs2022.Verify(document) switch
        {
            ProofCheck.Verified verified => Canonical(document, verified.Signer),
            _ => new Refusal(RefusalKind.Invalid, "record.proof", "The signature does not belong to this record."),
        };
    }
    // What is read is what is kept: a number that canonical form rounds must not be read unrounded.
    private static SignedRecord Canonical(JsonElement document, DidKey signer)
    {
        var bytes = JsonCanonicalization.Canonicalize(document);
        using var kept = JsonDocument.Parse(bytes);
        return new SignedRecord(bytes, kept.RootElement.Clone(), signer);
    }
}
