using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Operations;

/// <summary>A steward chooses with whom this node talks, and whether everybody reads why it does not with some.</summary>
public sealed class ChooseFederationMode(PostMoneyDb db, AccessCheck access, NodeSettings settings, AuditLog log)
{
    /// <summary>Chooses it; from the next request on it holds.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, FederationMode mode, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        await settings.SetAsync(FederationSettings.Mode, FederationSettings.Write(mode), ct);
        await log.AppendAsync($"federation.{FederationSettings.Write(mode)}", viewer.Did!, "node", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Chooses whether reasons of decisions about servers are for everybody.</summary>
    public async Task<Result<Done>> ReasonsAsync(Viewer viewer, bool areShown, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        await settings.SetAsync(FederationSettings.Reasons, areShown ? "shown" : "hidden", ct);
        await log.AppendAsync(areShown ? "federation.reasons-shown" : "federation.reasons-hidden", viewer.Did!, "node", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
