using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests;

/// <summary>Tests that happen in a town of their own.</summary>
public abstract class InTown : IAsyncLifetime
{
    /// <summary>The town.</summary>
    protected Town Town { get; private set; } = null!;

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync() => Town = await Town.FoundAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Town.DisposeAsync();
    }
}
