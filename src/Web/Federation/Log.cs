namespace PostMoney.Web.Federation;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "An activity was not taken in: {Code} ({RequestId}).")]
    internal static partial void NotTakenIn(ILogger logger, string code, string requestId);
}
