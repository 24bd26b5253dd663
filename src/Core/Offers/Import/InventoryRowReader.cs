using System.Globalization;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Categories.Forms;
using PostMoney.Core.Items;

namespace PostMoney.Core.Offers.Import;

/// <summary>Reads the rows of an inventory by the form of their category, so that a cell is held to what a field of the form is.</summary>
internal sealed class InventoryRowReader(
    CategorySchema category, IReadOnlyList<InventoryColumn> columns, string group, TimeZoneInfo zone)
{
    private const string Day = "yyyy-MM-dd";

    private static readonly string[] _moments = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"];
    private static readonly string[] _yes = ["yes", "y", "true", "x", "1"];
    private static readonly string[] _no = ["no", "n", "false", "0"];

    private readonly CategoryForm _form = CategoryForm.For(category);

    internal InventoryRow Read(InventoryRecord record)
    {
        var cells = columns.Select((column, at) => (Column: column, Text: at < record.Cells.Count ? record.Cells[at].Trim() : "")).ToList();
        var problems = new List<CellProblem>();
        var own = cells.Where(cell => cell.Column.Field is null).ToDictionary(cell => cell.Column.Name, cell => cell.Text, StringComparer.Ordinal);
        void Wrong(string column, string sentence) => problems.Add(new CellProblem(record.Line, column, sentence));
        var reading = _form.Read(cells.Where(cell => cell.Column.Field is not null).SelectMany(Posted), zone);
        var form = new ItemForm
        {
            Category = category.Id.Value,
            Title = own[InventoryColumn.Title],
            Summary = own.GetValueOrDefault(InventoryColumn.Summary) ?? "",
            From = Moment(own[InventoryColumn.From], endsDay: false) ?? Refused(InventoryColumn.From),
            To = Moment(own[InventoryColumn.To], endsDay: true) ?? Refused(InventoryColumn.To),
            Units = Units(own.GetValueOrDefault(InventoryColumn.Units) ?? "", Wrong),
            Visibility = VisibilityOf(own.GetValueOrDefault(InventoryColumn.Visibility) ?? "", Wrong),
            Sections = reading.Sections,
            Group = group,
            AsGroup = true,
            Sealed = [.. reading.Parts.Keys],
        };
        problems.AddRange(reading.Refusals.Select(refusal => new CellProblem(
            record.Line, InventoryColumn.NameOf(refusal.Field), refusal.Message + Choices(refusal.Field))));
        return new InventoryRow(
            record.Line, form, reading.Parts,
            [.. cells.Select(cell => new ShownCell(
                cell.Column.Name, cell.Column.IsPrivate ? "" : cell.Text, cell.Column.IsPrivate && cell.Text.Length > 0))],
            record.Cells.Count == columns.Count ? problems : [Ragged(record)]);

        DateTimeOffset? Refused(string column)
        {
            Wrong(column, "Write a day such as 2027-03-01, or a day and a time such as 2027-03-01 09:00.");
            return null;
        }
    }

    // Cells may have slipped into wrong columns: what is wrong with each of them would mislead.
    private CellProblem Ragged(InventoryRecord record) =>
        new(record.Line, "", $"This row has {record.Cells.Count} cells, and the heading has {columns.Count}.");

    // A cell may say what people read or what is stored; several values of a list stand between bars.
    private static IEnumerable<KeyValuePair<string, string>> Posted((InventoryColumn Column, string Text) cell)
    {
        var field = cell.Column.Field!;
        var texts = field.Type switch
        {
            FieldType.Choices => cell.Text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            FieldType.Boolean when _yes.Contains(cell.Text, StringComparer.OrdinalIgnoreCase) => ["true"],
            FieldType.Boolean when cell.Text.Length == 0 || _no.Contains(cell.Text, StringComparer.OrdinalIgnoreCase) => [],
            _ => [cell.Text],
        };
        return texts.Select(text => KeyValuePair.Create(field.Name, Stored(field, text)));
    }

    private static string Stored(CategoryField field, string text) => field.Options.FirstOrDefault(option =>
        option.Label.Equals(text, StringComparison.OrdinalIgnoreCase) || option.Value.Equals(text, StringComparison.OrdinalIgnoreCase))?.Value ?? text;

    private string Choices(string? field) => category.Find(field ?? "") switch
    {
        { Options.Count: > 0 } choice => $" Use {string.Join(", ", choice.Options.Select(option => option.Value))}.",
        _ => "",
    };

    private DateTimeOffset? Moment(string text, bool endsDay)
    {
        if (DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
            && HasOffset(text))
        {
            return exact.ToUniversalTime();
        }

        if (DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Utc(endsDay ? day.AddDays(1) : day);
        }

        return DateTime.TryParseExact(text, _moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? Utc(local) : null;
    }

    private DateTimeOffset? Utc(DateTime local) =>
        zone.IsInvalidTime(local) ? null : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || text.LastIndexOf('+') > 10 || text.LastIndexOf('-') > 10;

    private static int? Units(string text, Action<string, string> wrong)
    {
        if (text.Length == 0)
        {
            return 1;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var units))
        {
            return units;
        }

        wrong(InventoryColumn.Units, "Write a whole number, such as 3.");
        return null;
    }

    private static Visibility VisibilityOf(string text, Action<string, string> wrong)
    {
        switch (text.ToLowerInvariant())
        {
            case "" or "node": return Visibility.Node;
            case "public": return Visibility.Public;
            case "group": return Visibility.Group;
            default:
                wrong(InventoryColumn.Visibility, "Write public, node or group.");
                return Visibility.Node;
        }
    }
}
