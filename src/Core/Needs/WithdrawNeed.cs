using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Search;

namespace PostMoney.Core.Needs;

/// <summary>Whoever published a need takes it back. A tombstone stays; what was sealed is destroyed.</summary>
public sealed class WithdrawNeed(PostMoneyDb db, TakeBackItem takeBack, SearchIndex search)
{
    /// <summary>Withdraws it, unless it is allotted.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid needId, ReadOnlyMemory<byte> tombstone, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        if (await db.Needs.FindAsync([needId], ct) is { State: ItemState.Met } met && AccessCheck.Owns(viewer, met))
        {
            return NeedRefusals.Allotted;
        }

        var withdrawn = await takeBack.ApplyAsync<Need>(viewer, needId, tombstone, ct);
        if (!withdrawn.TryGet(out var need))
        {
            return withdrawn.Refusal;
        }

        await search.PutAsync(need, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
