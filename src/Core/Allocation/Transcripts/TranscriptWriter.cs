using System.Text.Json;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>Draws a frozen round with its secret and writes it down.</summary>
public static class TranscriptWriter
{
    /// <summary>Draws and writes.</summary>
    /// <param name="input">The frozen round.</param>
    /// <param name="secret">The 32 bytes that it committed to; the transcript reveals them.</param>
    /// <returns>
    /// The transcript, <see cref="RoundRefusals.SecretDiffers"/> or <see cref="RoundRefusals.TranscriptTooLarge"/>. The same
    /// input and secret always give the same bytes.
    /// </returns>
    public static Result<Transcript> Write(RoundInput input, ReadOnlySpan<byte> secret)
    {
        if (!input.Terms.Commitment.IsTo(secret))
        {
            return RoundRefusals.SecretDiffers;
        }

        var seed = SeedCommitment.SeedOf(Convert.FromHexString(input.LockHash), secret);
        var result = Allocator.Run(input, seed);
        var revealed = Convert.ToHexStringLower(secret);
        var bytes = CanonicalJson.Write(writer => Write(writer, result, revealed, Convert.ToHexStringLower(seed)));
        return bytes.Length <= RoundLimits.MaxTranscriptBytes
            ? new Transcript(bytes, CanonicalJson.HashOf(bytes), result)
            : RoundRefusals.TranscriptTooLarge;
    }

    private static void Write(Utf8JsonWriter writer, RoundResult result, string secret, string seed)
    {
        writer.WriteStartObject();
        writer.WriteString("format", Transcript.Format);
        writer.WritePropertyName("input");
        RoundInputJson.Write(writer, result.Input);
        writer.WritePropertyName("lock");
        result.Input.Lock.Write(writer);
        writer.WriteString("lockHash", result.Input.LockHash);
        writer.WritePropertyName("result");
        RoundResultJson.Write(writer, result);
        writer.WriteString("secret", secret);
        writer.WriteString("seed", seed);
        writer.WriteStartArray("steps");
        foreach (var step in result.Steps)
        {
            RoundResultJson.Write(writer, step);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
