namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>A limit of time by the clock's monotonic side, together with the caller's own wish to stop.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _both;
    private readonly CancellationToken _caller;

    internal Deadline(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        _caller = caller;
        _time = new CancellationTokenSource(limit, clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, caller);
    }

    internal CancellationToken Token => _both.Token;

    internal bool WasStoppedByCaller => _caller.IsCancellationRequested;

    /// <inheritdoc />
    public void Dispose()
    {
        _both.Dispose();
        _time.Dispose();
    }
}
