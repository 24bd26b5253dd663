namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>A drawn round, written down so that anybody can draw it again: format <c>postmoney-transcript/2</c>.</summary>
/// <remarks>
/// One canonical JSON document (RFC 8785), printable ASCII, at most <see cref="RoundLimits.MaxTranscriptBytes"/>: the input
/// with pseudonyms only, its lock and the lock's hash, the revealed secret, the seed, every claim with its key and ticket, the
/// result.
/// </remarks>
/// <param name="Bytes">The document.</param>
/// <param name="Hash">SHA-256 of it, lower-case hexadecimal; sign this.</param>
/// <param name="Result">The draw that it tells.</param>
public sealed record Transcript(byte[] Bytes, string Hash, RoundResult Result)
{
    /// <summary>The format's name.</summary>
    public const string Format = "postmoney-transcript/2";
}
