using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;

namespace PostMoney.Core.Categories;

/// <summary>A steward adds a category, or the next version of one; older versions take nothing new from then on.</summary>
public sealed class AddCategory(PostMoneyDb db, AccessCheck access, AuditLog log, TimeProvider clock)
{
    /// <summary>Adds it.</summary>
    /// <param name="viewer">Who adds it.</param>
    /// <param name="name">Its name with the version, such as <c>offer.tool@v2</c>.</param>
    /// <param name="schema">The JSON Schema.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<CategoryId>> ExecuteAsync(Viewer viewer, string name, string schema, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (!CategoryId.TryParse(name.Trim(), out var id))
        {
            return new Refusal(
                RefusalKind.Invalid, "category.name", "A name looks like need.tool@v1: need or offer, a topic, a version.", "Name");
        }

        var parsed = CategorySchema.Parse(id, schema);
        if (!parsed.TryGet(out var category))
        {
            return parsed.Refusals.Select(refusal => refusal.At("Schema")).ToList();
        }

        await using var change = await db.BeginChangeAsync(ct);
        var newest = await db.Categories.Where(c => c.Kind == id.Kind && c.Topic == id.Topic)
            .OrderByDescending(c => c.Version)
            .FirstOrDefaultAsync(ct);
        if (id.Version != (newest?.Version ?? 0) + 1)
        {
            return new Refusal(
                RefusalKind.Conflict, "category.version", FormattableString.Invariant($"The next version is v{(newest?.Version ?? 0) + 1}."), "Name");
        }

        Add(category, viewer.MemberId);
        newest?.RetiredAt ??= clock.GetUtcNow();
        await log.AppendAsync("category.added", viewer.Did!, $"category:{id.Value}", null, ct);
        await change.SaveAsync(ct);
        return id;
    }

    /// <summary>Says that a category takes nothing new, or that it does again.</summary>
    public async Task<Result<Done>> RetireAsync(Viewer viewer, string name, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var category = await db.Categories.FirstOrDefaultAsync(c => c.Id == name, ct);
        if (category is null)
        {
            return new Refusal(RefusalKind.NotFound, "category.not-found", "There is no such category.");
        }

        category.RetiredAt = category.RetiredAt is null ? clock.GetUtcNow() : null;
        await log.AppendAsync(category.RetiredAt is null ? "category.reopened" : "category.retired", viewer.Did!, $"category:{name}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Adds the categories that come with the program, within the caller's change.</summary>
    internal void AddShipped()
    {
        foreach (var shipped in ShippedCategories.All)
        {
            Add(shipped, addedBy: null);
        }
    }

    private void Add(CategorySchema category, Guid? addedBy) => db.Categories.Add(new Category
    {
        Id = category.Id.Value,
        Kind = category.Id.Kind,
        Topic = category.Id.Topic,
        Version = category.Id.Version,
        Title = category.Title,
        Schema = category.Json,
        AddedBy = addedBy,
        AddedAt = clock.GetUtcNow(),
    });
}
