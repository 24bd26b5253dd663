namespace PostMoney.Federation.Tests.Peers;

/// <summary>Two peers by Fedify, harbour and hill, for all tests of a class: each takes seconds to start. Tests take people of their own.</summary>
public sealed class Neighbours : IAsyncDisposable
{
    private static readonly FedifyOptions _options = new() { People = ["ruth", "sol", "tom", "ida", "ken", "ana"] };

    private FedifyPeer? _harbour;
    private FedifyPeer? _hill;

    public LocalAuthority Authority { get; } = new();

    /// <summary>Both, started with the first test that asks.</summary>
    public async Task<(FedifyPeer Harbour, FedifyPeer Hill)> BothAsync()
    {
        _harbour ??= await FedifyPeer.StartAsync(Authority, "harbour.test", _options);
        _hill ??= await FedifyPeer.StartAsync(Authority, "hill.test", _options);
        return (_harbour, _hill);
    }

    public async ValueTask DisposeAsync()
    {
        await (_harbour?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_hill?.DisposeAsync() ?? ValueTask.CompletedTask);
        Authority.Dispose();
    }
}
