using PostMoney.Federation.Tests.Peers;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>A node of ours, northside, and beside it a server by Fedify, harbour, where Ruth lives.</summary>
public abstract class NextToHarbour(FedifyOptions? options, params string[] members) : IAsyncLifetime
{
    /// <summary>Certifies both.</summary>
    protected LocalAuthority Authority { get; } = new();

    /// <summary>Ours.</summary>
    protected FederatedNode Node { get; private set; } = null!;

    /// <summary>The other one.</summary>
    protected FedifyPeer Harbour { get; private set; } = null!;

    /// <summary>Somebody at the other one.</summary>
    protected PeerPerson Ruth => Harbour.Person("ruth");

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync()
    {
        Harbour = await FedifyPeer.StartAsync(Authority, "harbour.test", options);
        Node = await FederatedNode.StartAsync(Authority, "northside.test", members);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (Node?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Harbour?.DisposeAsync() ?? ValueTask.CompletedTask);
        Authority.Dispose();
    }
}
