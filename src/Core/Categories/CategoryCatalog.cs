using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Categories;

/// <summary>The categories of this node, with their schemas compiled.</summary>
public sealed class CategoryCatalog(PostMoneyDb db)
{
    // By the text itself: the same text is the same schema, in whatever database it lies.
    private static readonly ConcurrentDictionary<(string Id, string Text), CategorySchema> _compiled = new();

    private static readonly Func<PostMoneyDb, string, CancellationToken, Task<Category?>> _find = EF.CompileAsyncQuery(
        (PostMoneyDb db, string id, CancellationToken _) => db.Categories.AsNoTracking().FirstOrDefault(category => category.Id == id));

    /// <summary>One category, or null.</summary>
    public async Task<KnownCategory?> FindAsync(CategoryId id, CancellationToken ct) =>
        await _find(db, id.Value, ct) is { } category ? Known(category) : null;

    /// <summary>Those that take something new, by title.</summary>
    public async Task<IReadOnlyList<KnownCategory>> CurrentAsync(ItemKind kind, CancellationToken ct)
    {
        var categories = await db.Categories.AsNoTracking()
            .Where(c => c.Kind == kind && c.RetiredAt == null)
            .OrderBy(c => c.Title)
            .ToListAsync(ct);
        return [.. categories.Select(Known)];
    }

    /// <summary>All of them, newest versions first.</summary>
    public async Task<IReadOnlyList<KnownCategory>> AllAsync(CancellationToken ct)
    {
        var categories = await db.Categories.AsNoTracking()
            .OrderBy(c => c.Topic).ThenBy(c => c.Kind).ThenByDescending(c => c.Version)
            .ToListAsync(ct);
        return [.. categories.Select(Known)];
    }

    /// <summary>The topics that can be asked for or offered, each once.</summary>
    public async Task<IReadOnlyList<string>> TopicsAsync(CancellationToken ct) => await db.Categories.AsNoTracking()
        .Where(c => c.RetiredAt == null)
        .Select(c => c.Topic)
        .Distinct()
        .OrderBy(topic => topic)
        .ToListAsync(ct);

    private static KnownCategory Known(Category category)
    {
        var schema = _compiled.GetOrAdd((category.Id, category.Schema), static key =>
        {
            return CategoryId.TryParse(key.Id, out var id)
                ? CategorySchema.Parse(id, key.Text).Value
                : throw new InvalidOperationException("A stored category has no proper name.");
        });
        return new KnownCategory(schema.Id, category.Title, schema, category.RetiredAt is not null);
    }
}

/// <summary>A category that this node keeps.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Schema">Its schema, compiled.</param>
/// <param name="IsRetired">Whether it takes nothing new.</param>
public sealed record KnownCategory(CategoryId Id, string Title, CategorySchema Schema, bool IsRetired);
