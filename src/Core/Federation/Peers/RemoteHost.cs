using PostMoney.ActivityStreams.Http.Signatures;

namespace PostMoney.Core.Federation.Peers;

/// <summary>What is known of another server: how it wants requests signed, and whether it answers.</summary>
public sealed class RemoteHost
{
    /// <summary>Failures in a row after which a host is left alone for a while.</summary>
    public const int MostFailures = 5;

    /// <summary>How long a host is left alone before one delivery tries it again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>The host, with its port where that is not 443.</summary>
    public required string Host { get; init; }

    /// <summary>The scheme that it is known to understand; the older draft until it has shown more.</summary>
    public SignatureScheme Scheme { get; set; } = SignatureScheme.Cavage;

    /// <summary>Deliveries in a row that it has not answered.</summary>
    public int Failures { get; private set; }

    /// <summary>Until when nothing is sent there.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>When it last took something.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When it was first met.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>It has answered.</summary>
    internal void Answered(DateTimeOffset at) => (Failures, PausedUntil, AnsweredAt) = (0, null, at);

    /// <summary>It has not answered.</summary>
    internal void Failed(DateTimeOffset at)
    {
        Failures++;
        PausedUntil = Failures >= MostFailures ? at + Pause : null;
    }

    /// <summary>A steward says that it is there again.</summary>
    internal void Resume() => (Failures, PausedUntil) = (0, null);
}
