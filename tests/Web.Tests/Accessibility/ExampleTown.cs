using PostMoney.Web.Commands;
using Xunit;

namespace PostMoney.Web.Tests.Accessibility;

/// <summary>A node with the example community in it: every kind of page has something to show.</summary>
public sealed class ExampleTown : IAsyncLifetime
{
    public RunningNode Node { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Node = await RunningNode.StartAsync(founded: false, prepare: options => DemoCommand.BuildAsync(options, "northside", CancellationToken.None));

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
