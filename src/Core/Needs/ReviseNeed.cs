using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Search;

namespace PostMoney.Core.Needs;

/// <summary>Whoever published a need changes it: a new version. It keeps its place while it is not allotted.</summary>
public sealed class ReviseNeed(
    PostMoneyDb db, AccessCheck access, TakeInItem takeIn, AskedOffer asked, SearchIndex search, TimeProvider clock)
{
    /// <summary>Takes the next version in.</summary>
    public async Task<Result<Guid>> ExecuteAsync(Viewer viewer, Guid needId, Submission submission, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var need = await db.Needs.FirstOrDefaultAsync(n => n.Id == needId, ct);
        if (need is null || !(await access.CheckAsync(viewer, Permission.Change, new Resource.OfItem(need.Id, need), ct)).IsAllowed)
        {
            return ItemRefusals.NotFound;
        }

        if (need.State != ItemState.Open)
        {
            return need.State == ItemState.Met ? NeedRefusals.Allotted : ItemRefusals.NotAnyMore;
        }

        var read = await takeIn.ReadAsync(viewer, submission, ItemKind.Need, need, ct);
        if (!read.TryGet(out var taken))
        {
            return read.Refusals.ToList();
        }

        if (await asked.ProblemAsync(viewer, taken.Content, ct) is { } problem)
        {
            return problem;
        }

        need.Take(taken, clock.GetUtcNow());
        need.Priority = taken.Content.Priority!.Value;
        need.AskedOfferId = taken.Content.AskedOfferId;
        await takeIn.StoreAsync(need, taken, "item.revised", ct);
        await search.PutAsync(need, ct);
        await change.SaveAsync(ct);
        return need.Id;
    }
}
