namespace PostMoney.Fixtures;

/// <summary>A clock that stands still until a test moves it.</summary>
/// <remarks>It begins between two milliseconds, as real clocks do, so that what forgets to round is found out.</remarks>
public sealed class StoppedClock(DateTimeOffset beginning) : TimeProvider
{
    /// <summary>A clock that stands at <see cref="Beginning"/>.</summary>
    public StoppedClock()
        : this(Beginning)
    {
    }

    /// <summary>A Monday in spring, nine in the morning and a little.</summary>
    public static DateTimeOffset Beginning { get; } = new DateTimeOffset(2027, 3, 1, 9, 0, 7, TimeSpan.Zero).AddTicks(1_234_567);

    /// <summary>The moment.</summary>
    public DateTimeOffset Now { get; private set; } = beginning;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Some time passes.</summary>
    public void Pass(TimeSpan time) => Now += time;

    /// <summary>Waits until a moment; one that is past is now.</summary>
    public void WaitUntil(DateTimeOffset moment) => Now = moment > Now ? moment : Now;
}
