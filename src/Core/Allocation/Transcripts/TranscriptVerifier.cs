using System.Text.Json;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>
/// Checks a transcript from anywhere: reads its input and secret, draws again, and compares everything. Where all ask for the same slots, the
/// library's certificate then proves the result without the kernel that drew it.
/// </summary>
/// <remarks>
/// Bounded by <see cref="RoundLimits"/>; never throws for what it is given. Blanks and the order of members may differ from the
/// canonical form, as they do after a copy through a viewer; nothing else may.
/// </remarks>
public static class TranscriptVerifier
{
    private const int MaxDepth = 12;

    private static readonly JsonDocumentOptions _options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Checks.</summary>
    /// <param name="document">The transcript's bytes; a byte order mark and blanks around it are let pass.</param>
    public static Verification Verify(ReadOnlyMemory<byte> document)
    {
        if (document.Length > RoundLimits.MaxTranscriptBytes)
        {
            return new Verification.Broken("document", "It is larger than a transcript may be.");
        }

        document = WithoutMark(document);
        if (!IsPlain(document.Span))
        {
            return new Verification.Broken("document", "It holds characters that a transcript never holds.");
        }

        try
        {
            using var json = JsonDocument.Parse(document, _options);
            return Verify(json.RootElement);
        }
        catch (JsonException)
        {
            return new Verification.Broken("document", "It is not one JSON document with each member once.");
        }
    }

    private static Verification Verify(JsonElement given)
    {
        if (!TranscriptReader.TryRead(given, out var read, out var broken))
        {
            return broken;
        }

        var (input, secret) = read;
        var drawn = TranscriptWriter.Write(input, secret);
        if (!drawn.TryGet(out var transcript))
        {
            return drawn.Refusal == RoundRefusals.SecretDiffers
                ? new Verification.Broken("secret", "The secret does not match the commitment of this round.")
                : new Verification.Broken("document", drawn.Refusal.Message);
        }

        using var expected = JsonDocument.Parse(transcript.Bytes);
        return TranscriptComparison.FirstDifference(expected.RootElement, given)
            ?? (transcript.Result.Certify().Count > 0
                ? new Verification.Broken("result", "It is not the one that the order of claims leads to.")
                : (Verification)Verified(transcript));
    }

    private static Verification.Verified Verified(Transcript transcript)
    {
        var terms = transcript.Result.Input.Terms;
        return new Verification.Verified(new TranscriptSummary(
            terms.Round,
            terms.Pool,
            terms.Policy.Kind,
            terms.Policy.Name,
            terms.Policy.Version,
            terms.Policy.Hash,
            terms.Commitment.Hex,
            transcript.Result.Input.LockHash,
            transcript.Hash,
            transcript.Result.Allotted.Count,
            transcript.Result.Waiting.Count,
            transcript.Result.Refused.Count,
            transcript.Result.Input.Offers.Count));
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> document) =>
        document.Span.StartsWith("\uFEFF"u8) ? document[3..] : document;

    /// <summary>Printable ASCII and blanks without the reverse solidus: so every string has one spelling and no hidden twin.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> document)
    {
        foreach (var b in document)
        {
            if (b is > 0x7E or (byte)'\\' || (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r')))
            {
                return false;
            }
        }

        return true;
    }
}
