using System.Diagnostics;

namespace PostMoney.Fixtures;

/// <summary>A clock that goes on as clocks do, from a beginning of its own, and leaps ahead when a test lets days pass.</summary>
/// <remarks>A whole node on a socket needs it: with a clock that stands still, what people do one after the other happens at once.</remarks>
public sealed class LeapingClock(DateTimeOffset beginning) : TimeProvider
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _leaptTicks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() =>
        beginning.AddTicks(Interlocked.Read(ref _leaptTicks)) + Stopwatch.GetElapsedTime(_started);

    /// <summary>Leaps to a moment; one that is past is now.</summary>
    public void WaitUntil(DateTimeOffset moment) =>
        Interlocked.Add(ref _leaptTicks, Math.Max(0, (moment.ToUniversalTime() - GetUtcNow()).Ticks));
}
