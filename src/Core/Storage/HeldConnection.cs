using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Storage;

/// <summary>Keeps one connection for several questions in a row.</summary>
/// <remarks>
/// Otherwise each question takes one from those that are kept and hands it back, and the next may get one that has not been asked
/// the like before. Hold it for questions alone, never while a client is waited for: one that is slow on purpose would keep it.
/// </remarks>
public sealed class HeldConnection(PostMoneyDb db)
{
    /// <summary>Begins to hold it, until the answer is disposed. A change may happen meanwhile.</summary>
    public async Task<IAsyncDisposable> HoldAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return new Holding(db);
    }

    private sealed class Holding(PostMoneyDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();
    }
}
