using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Offers.Import;

/// <summary>One column of an inventory: what every offer has, or a field of its category.</summary>
/// <param name="Name">As in the heading: <c>name</c>, <c>details.kind</c>, <c>private.lockCode</c>.</param>
/// <param name="Field">The category's field, or null.</param>
public sealed record InventoryColumn(string Name, CategoryField? Field)
{
    /// <summary>What the offer is called; it has to be there.</summary>
    public const string Title = "name";

    /// <summary>The summary.</summary>
    public const string Summary = "description";

    /// <summary>How many there are; 1 where it is empty.</summary>
    public const string Units = "units";

    /// <summary>From when; it has to be there.</summary>
    public const string From = "from";

    /// <summary>Until when; it has to be there. A day alone is meant with its evening.</summary>
    public const string To = "to";

    /// <summary>Who may see it: public, node or group; node where it is empty.</summary>
    public const string Visibility = "visibility";

    private const string Private = "private.";

    private static readonly string[] _own = [Title, Summary, Units, From, To, Visibility];
    private static readonly string[] _required = [Title, From, To];

    /// <summary>Whether what stands in it is sealed and never shown.</summary>
    public bool IsPrivate => Field?.IsPrivate ?? false;

    /// <summary>Every column of a category's inventory, in the order of its form.</summary>
    public static IReadOnlyList<InventoryColumn> AllOf(CategorySchema category) =>
    [
        .. _own.Select(name => new InventoryColumn(name, null)),
        .. category.Fields.Select(field => new InventoryColumn(field.IsPrivate ? Private + field.Property : field.Name, field)),
    ];

    /// <summary>The columns that a heading names.</summary>
    internal static Result<IReadOnlyList<InventoryColumn>> Of(CategorySchema category, IReadOnlyList<string> heading)
    {
        var known = AllOf(category).ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        var problems = heading.Where(name => !known.ContainsKey(name)).Select(ImportRefusals.ColumnUnknown)
            .Concat(_required.Except(heading, StringComparer.OrdinalIgnoreCase).Select(ImportRefusals.ColumnMissing))
            .ToList();
        return problems.Count > 0 ? problems : heading.Select(name => known[name]).ToList();
    }

    /// <summary>The column that a form's field stands in; empty for what concerns the whole row.</summary>
    internal static string NameOf(string? field) => field switch
    {
        "Title" => Title,
        "Summary" => Summary,
        "Units" => Units,
        "From" => From,
        "To" => To,
        "Visibility" => Visibility,
        _ when field is null || !field.Contains('.', StringComparison.Ordinal) => "",
        _ when field.StartsWith("payload.", StringComparison.Ordinal) => Private + field["payload.".Length..],
        _ => field,
    };
}
