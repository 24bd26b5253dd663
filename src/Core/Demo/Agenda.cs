namespace PostMoney.Core.Demo;

/// <summary>What people of the town are going to do, in order of time; at one moment in the order in which it was noted.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _ahead = new();
    private int _order;

    internal void Note(DateTimeOffset at, Func<Task> what) => _ahead.Enqueue(what, (at, _order++));

    /// <summary>When the next thing is to be done, or null.</summary>
    internal DateTimeOffset? Next => _ahead.TryPeek(out _, out var when) ? when.At : null;

    internal Func<Task> Take() => _ahead.Dequeue();
}
