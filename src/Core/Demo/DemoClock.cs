namespace PostMoney.Core.Demo;

/// <summary>The clock of a town that is made: it goes from event to event, forward only.</summary>
internal sealed class DemoClock(DateTimeOffset beginning) : TimeProvider
{
    internal DateTimeOffset Now { get; private set; } = beginning;

    public override DateTimeOffset GetUtcNow() => Now;

    internal void GoTo(DateTimeOffset moment) => Now = moment > Now ? moment : Now;
}
