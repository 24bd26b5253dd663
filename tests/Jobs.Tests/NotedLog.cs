using Microsoft.Extensions.Logging;

namespace PostMoney.Jobs.Tests;

/// <summary>A log that tests read, with everything that a real one would have been told.</summary>
internal sealed class NotedLog : ILogger<JobRunner>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add(formatter(state, exception) + exception);
}
