using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;

namespace PostMoney.Core.Items;

/// <summary>What every need and every offer must keep to, drafted here or signed elsewhere.</summary>
public sealed class ItemRules(PostMoneyDb db, AccessCheck access, CategoryCatalog categories, TimeProvider clock)
{
    /// <summary>Most characters of a title.</summary>
    public const int LongestTitle = 120;

    /// <summary>Most characters of a summary.</summary>
    public const int LongestSummary = 1_000;

    /// <summary>Most people that a direct item can be shown to.</summary>
    public const int MostReaders = 50;

    /// <summary>How far ahead one can plan.</summary>
    public static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(3 * 365);

    /// <summary>How long ago a window may have begun: an offer that is prolonged again and again keeps its beginning.</summary>
    public static readonly TimeSpan FurthestBack = TimeSpan.FromDays(10 * 365);

    /// <summary>All that speaks against the content, or what follows from it.</summary>
    /// <param name="viewer">Who publishes.</param>
    /// <param name="content">What is said.</param>
    /// <param name="newest">The version that is on file, or null for something new.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async Task<Result<ItemFacts>> CheckAsync(Viewer viewer, ItemContent content, Item? newest, CancellationToken ct)
    {
        var problems = new List<Refusal>();
        CheckWords(content, problems);
        CheckWindow(content.Window, problems);
        var category = await categories.FindAsync(content.Category, ct);
        if (category is null || (newest is null && category.IsRetired))
        {
            problems.Add(ItemRefusals.Category);
        }
        else
        {
            problems.AddRange(category.Schema.Check(content.Sections));
            problems.AddRange(category.Schema.CheckParts([.. content.Parts.Select(part => part.Name)]));
        }

        if (newest is not null && newest.Category != content.Category.Value)
        {
            problems.Add(ItemRefusals.CategoryStays);
        }

        var author = await AuthorAsync(viewer, content, ct);
        var group = await GroupAsync(viewer, content, problems, ct);
        var readers = await ReadersAsync(content, problems, ct);
        if (author is null)
        {
            return ItemRefusals.ForeignSignature;
        }

        return problems.Count > 0 ? problems : new ItemFacts(author.Value, group, readers);
    }

    private static void CheckWords(ItemContent content, List<Refusal> problems)
    {
        if (string.IsNullOrWhiteSpace(content.Title) || content.Title.Length > LongestTitle || content.Title.Any(char.IsControl))
        {
            problems.Add(ItemRefusals.Title);
        }

        if (content.Summary.Length > LongestSummary)
        {
            problems.Add(ItemRefusals.Summary);
        }

        if (content.Category.Kind == ItemKind.Offer && content.Units is not (>= 1 and <= Offer.MostUnits))
        {
            problems.Add(ItemRefusals.Units);
        }
    }

    private void CheckWindow(Window window, List<Refusal> problems)
    {
        var now = clock.GetUtcNow();
        if (!window.IsValid)
        {
            problems.Add(ItemRefusals.WindowReversed);
        }
        else if (window.To <= now)
        {
            problems.Add(ItemRefusals.WindowOver);
        }
        else if (window.To > now + FurthestAhead)
        {
            problems.Add(ItemRefusals.WindowLong);
        }
        else if (window.From < now - FurthestBack)
        {
            problems.Add(ItemRefusals.WindowEarly);
        }
    }

    private async Task<Guid?> AuthorAsync(Viewer viewer, ItemContent content, CancellationToken ct)
    {
        if (viewer.IsMember && content.Issuer == viewer.Did)
        {
            return viewer.MemberId;
        }

        // A group gives; asking is for people, to whom quotas and permits belong.
        if (content.Category.Kind == ItemKind.Need)
        {
            return null;
        }

        var group = await db.Groups.AsNoTracking().Where(g => g.Did == content.Issuer).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(ct);
        return group is { } id && viewer.Stewards(id) ? id : null;
    }

    private async Task<Guid?> GroupAsync(Viewer viewer, ItemContent content, List<Refusal> problems, CancellationToken ct)
    {
        if (content.Group is null)
        {
            if (content.Visibility == Visibility.Group)
            {
                problems.Add(ItemRefusals.Group);
            }

            return null;
        }

        var id = await db.Groups.AsNoTracking().Where(g => g.Did == content.Group).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(ct);
        if (id is null || !(await access.CheckAsync(viewer, Permission.PublishForGroup, new Resource.OfGroup(id.Value), ct)).IsAllowed)
        {
            problems.Add(ItemRefusals.Group);
            return null;
        }

        return id;
    }

    private async Task<IReadOnlyList<Guid>> ReadersAsync(ItemContent content, List<Refusal> problems, CancellationToken ct)
    {
        if (content.Visibility != Visibility.Direct)
        {
            if (content.To.Count > 0)
            {
                problems.Add(ItemRefusals.Readers);
            }

            return [];
        }

        var named = content.To.Distinct(StringComparer.Ordinal).ToArray();
        var readers = await db.Members.AsNoTracking()
            .Where(m => named.Contains(m.Did) && m.State == MemberState.Active)
            .Select(m => m.Id)
            .ToListAsync(ct);
        if (readers.Count is 0 or > MostReaders || readers.Count != named.Length)
        {
            problems.Add(ItemRefusals.Readers);
        }

        return readers;
    }
}

/// <summary>What follows from a content that keeps to the rules.</summary>
/// <param name="AuthorId">The member or group that publishes.</param>
/// <param name="GroupId">The group that it is published for.</param>
/// <param name="ReaderIds">Who may see a direct item.</param>
internal sealed record ItemFacts(Guid AuthorId, Guid? GroupId, IReadOnlyList<Guid> ReaderIds);
