using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Search;

namespace PostMoney.Core.Needs;

/// <summary>A member asks for the use of something, or for help; the next round of its pool takes it up.</summary>
public sealed class PublishNeed(PostMoneyDb db, TakeInItem takeIn, AskedOffer asked, SearchIndex search, TimeProvider clock)
{
    /// <summary>Most open needs of one person.</summary>
    public const int MostOpen = 20;

    /// <summary>Publishes a signed need.</summary>
    /// <returns>The need's id.</returns>
    public async Task<Result<Guid>> ExecuteAsync(Viewer viewer, Submission submission, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var read = await takeIn.ReadAsync(viewer, submission, ItemKind.Need, newest: null, ct);
        if (!read.TryGet(out var taken))
        {
            return read.Refusals.ToList();
        }

        if (await asked.ProblemAsync(viewer, taken.Content, ct) is { } problem)
        {
            return problem;
        }

        var author = taken.Facts.AuthorId;
        if (await db.Needs.CountAsync(need => need.AuthorId == author && need.State == ItemState.Open, ct) >= MostOpen)
        {
            return NeedRefusals.TooMany;
        }

        var need = new Need(taken, clock.GetUtcNow());
        db.Items.Add(need);
        await takeIn.StoreAsync(need, taken, "item.published", ct);
        await search.PutAsync(need, ct);
        await change.SaveAsync(ct);
        return need.Id;
    }
}
