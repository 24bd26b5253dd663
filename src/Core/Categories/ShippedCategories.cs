using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories;

/// <summary>The categories that every node begins with, built in.</summary>
public static class ShippedCategories
{
    // By hand, in the order in which people meet them.
    private static readonly string[] _names =
    [
        "need.tool@v1", "offer.tool@v1",
        "need.ride@v1", "offer.ride@v1",
        "need.room@v1", "offer.room@v1",
        "need.care@v1", "offer.care@v1",
        "need.compute@v1", "offer.compute@v1",
        "need.device@v1", "offer.device@v1",
    ];

    private static readonly Lazy<IReadOnlyList<CategorySchema>> _all = new(() => [.. _names.Select(Read)]);

    /// <summary>All of them: need and offer of each topic, one after the other.</summary>
    public static IReadOnlyList<CategorySchema> All => _all.Value;

    private static CategorySchema Read(string name)
    {
        using var stream = typeof(ShippedCategories).Assembly.GetManifestResourceStream($"PostMoney.Core.Categories.Shipped.{name}.json")
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream);
        return CategoryId.TryParse(name, out var id) ? Parsed(CategorySchema.Parse(id, reader.ReadToEnd()), name)
            : throw new InvalidOperationException($"{name} is no name of a category.");
    }

    // A fault here is ours and not a stranger's.
    private static CategorySchema Parsed(Result<CategorySchema> parsed, string name) => parsed.TryGet(out var category)
        ? category
        : throw new InvalidOperationException($"{name}: {parsed.Refusal.Message}");
}
