using PostMoney.Core.Actors;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Federation;

/// <summary>With whom this node talks, as its stewards have chosen.</summary>
public sealed class FederationSettings(NodeSettings settings, NodeAddress address)
{
    /// <summary>The setting's name.</summary>
    public const string Mode = "federation.mode";

    /// <summary>The setting of whether everybody reads why a server was limited or kept out: <c>hidden</c>, or anything else for yes.</summary>
    public const string Reasons = "federation.reasons";

    private FederationMode? _mode;

    /// <summary>The choice that holds, read once for a request. Without a place on the fediverse, or before the node was founded, it talks with nobody.</summary>
    public async Task<FederationMode> ModeAsync(CancellationToken ct) => _mode ??= await ReadAsync(ct);

    /// <summary>Whether everybody reads why.</summary>
    public async Task<bool> ShowsReasonsAsync(CancellationToken ct) => await settings.FindAsync(Reasons, ct) != "hidden";

    /// <summary>Reads the setting; what is unknown or missing is open.</summary>
    public static FederationMode Read(string? value) => value switch
    {
        "local" => FederationMode.Local,
        "allow-list" => FederationMode.AllowList,
        _ => FederationMode.Open,
    };

    /// <summary>Writes the setting.</summary>
    public static string Write(FederationMode mode) => mode switch
    {
        FederationMode.Local => "local",
        FederationMode.AllowList => "allow-list",
        _ => "open",
    };

    private async Task<FederationMode> ReadAsync(CancellationToken ct)
    {
        if (!address.IsKnown)
        {
            return FederationMode.Local;
        }

        var all = await settings.AllAsync(ct);
        return !all.ContainsKey(NodeSettings.Did) ? FederationMode.Local : Read(all.GetValueOrDefault(Mode));
    }
}

/// <summary>With whom a node talks.</summary>
public enum FederationMode
{
    /// <summary>With every server that no rule keeps out.</summary>
    Open,

    /// <summary>With those alone that a rule lets in.</summary>
    AllowList,

    /// <summary>With nobody.</summary>
    Local,
}
