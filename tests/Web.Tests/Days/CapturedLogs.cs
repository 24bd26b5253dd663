using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PostMoney.Web.Tests.Days;

/// <summary>Keeps every line that a node logs, at every level, with each value and fault that came with it.</summary>
public sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>All of it.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>Levels of the lines.</summary>
    public ConcurrentDictionary<LogLevel, int> Levels { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs kept, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            kept._lines.Enqueue($"{category} scope {Words(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            kept.Levels.AddOrUpdate(logLevel, 1, (_, count) => count + 1);
            kept._lines.Enqueue($"{category} {eventId} {formatter(state, exception)} {Words(state)} {exception}");
        }

        private static string Words<TState>(TState state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
            : $"{state}";
    }
}
