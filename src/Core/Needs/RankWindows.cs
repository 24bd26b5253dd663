using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Core.Needs;

/// <summary>
/// Whoever needs something names other windows that would do, the better ones first. It takes the place of what was named before; the
/// window of the need itself stays the first choice. Nobody else reads it but under a pseudonym, in the transcript of a draw.
/// </summary>
public sealed class RankWindows(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Most other windows of a need.</summary>
    public const int Most = 4;

    /// <summary>Names them.</summary>
    /// <param name="viewer">Who; the need's author.</param>
    /// <param name="needId">Which need; open.</param>
    /// <param name="others">The windows, none to <see cref="Most"/>, the better ones first.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, Guid needId, IReadOnlyList<Window> others, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        var need = await db.Needs.FirstOrDefaultAsync(n => n.Id == needId, ct);
        if (need is null || need.AuthorId != viewer.MemberId || !viewer.IsMember)
        {
            return ItemRefusals.NotFound;
        }

        if (need.State != ItemState.Open)
        {
            return ItemRefusals.NotAnyMore;
        }

        var now = clock.GetUtcNow();
        for (var place = 0; place < others.Count; place++)
        {
            var window = others[place];
            if (!window.IsValid || window.To <= now || window.To > now + ItemRules.FurthestAhead)
            {
                return NeedRefusals.OtherWindow.At($"To{place + 1}");
            }
        }

        if (others.Count > Most || others.Append(need.Window).Distinct().Count() <= others.Count)
        {
            return NeedRefusals.SameWindow;
        }

        db.NeedWishes.RemoveRange(await db.NeedWishes.Where(wish => wish.NeedId == needId).ToListAsync(ct));

        // Places are keys: the old ones have to be gone before the new ones come.
        await db.SaveChangesAsync(ct);
        db.NeedWishes.AddRange(others.Select((window, place) => new NeedWish
        {
            NeedId = needId,
            Place = place + 1,
            WindowFrom = window.From,
            WindowTo = window.To,
        }));
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Those that were named, the better ones first; for the author alone.</summary>
    public async Task<IReadOnlyList<Window>> OfAsync(Viewer viewer, Guid needId, CancellationToken ct)
    {
        var me = viewer.MemberId;
        return me is null
            ? []
            : await db.NeedWishes.AsNoTracking()
                .Where(wish => wish.NeedId == needId && db.Needs.Any(need => need.Id == needId && need.AuthorId == me))
                .OrderBy(wish => wish.Place)
                .Select(wish => new Window(wish.WindowFrom, wish.WindowTo))
                .ToListAsync(ct);
    }
}
