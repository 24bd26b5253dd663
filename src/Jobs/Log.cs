using Microsoft.Extensions.Logging;

namespace PostMoney.Jobs;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Job {Kind} {JobId} failed at attempt {Attempt}.")]
    internal static partial void JobFailed(ILogger logger, string kind, Guid jobId, int attempt, Exception fault);

    [LoggerMessage(2, LogLevel.Error, "The sweep {Name} failed: {Fault}.")]
    internal static partial void SweepFailed(ILogger logger, string name, string fault);

    [LoggerMessage(3, LogLevel.Error, "Work of the {Bell} failed: {Fault}.")]
    internal static partial void FederationFailed(ILogger logger, string bell, string fault);
}
