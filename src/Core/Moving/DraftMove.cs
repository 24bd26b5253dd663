using System.Text.Json;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Moving;

/// <summary>Writes the record that a member's passport signs to move away.</summary>
public sealed class DraftMove(FindDestination destinations, NodeSettings settings, NodeIds ids, TimeProvider clock)
{
    /// <summary>The record, or what speaks against the move.</summary>
    public async Task<Result<JsonElement>> ExecuteAsync(Viewer viewer, string target, CancellationToken ct)
    {
        var found = await destinations.ExecuteAsync(viewer, target, ct);
        return found.TryGet(out var destination)
            ? MoveRecord.Write(ids.Next(), viewer.Did!, await settings.FindAsync(NodeSettings.Did, ct) ?? "", destination, clock.GetUtcNow())
            : found.Refusal;
    }
}
