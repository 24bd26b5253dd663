namespace PostMoney.Core.Log;

/// <summary>One line of the append-only log: what happened, to what, by whom, and the digest of what was signed.</summary>
public sealed class LogEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Position { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, such as <c>item.published</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who did it: a passport, or <c>node</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What it happened to, such as <c>item:018f…</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>SHA-256 of the signed record, where there is one.</summary>
    public byte[]? Digest { get; init; }

    /// <summary>SHA-256 over this line and the hash of the line before.</summary>
    public required byte[] Hash { get; init; }
}
