using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Offers.Import;

/// <summary>A steward of a group looks at what a file would become, row by row, before anything is created.</summary>
public sealed class PreviewImport(
    PostMoneyDb db, AccessCheck access, CategoryCatalog categories, DraftItem draft, NodeSettings settings, ImportFingerprint fingerprint)
{
    /// <summary>The kind of the log's line about an import.</summary>
    internal const string LogKind = "offers.imported";

    /// <summary>Reads the file. Nothing is written.</summary>
    public async Task<Result<ImportPreview>> ExecuteAsync(Viewer viewer, ImportRequest request, CancellationToken ct)
    {
        var read = await ReadAsync(viewer, request, ct);
        return read.TryGet(out var inventory) ? inventory.Preview : read.Refusals.ToList();
    }

    /// <summary>The preview with the rows behind it.</summary>
    internal async Task<Result<ReadInventory>> ReadAsync(Viewer viewer, ImportRequest request, CancellationToken ct)
    {
        var group = await db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Name == request.Group, ct);
        if (group is null || !await MayImportAsync(viewer, group, ct))
        {
            return ImportRefusals.Group;
        }

        if (!CategoryId.TryParse(request.Category, out var id) || id.Kind != ItemKind.Offer
            || await categories.FindAsync(id, ct) is not { IsRetired: false } category)
        {
            return ImportRefusals.Category;
        }

        var table = InventoryCsv.Read(request.File);
        if (!table.TryGet(out var inventory))
        {
            return table.Refusal;
        }

        var columns = InventoryColumn.Of(category.Schema, inventory.Columns);
        if (!columns.IsGranted)
        {
            return columns.Refusals.ToList();
        }

        var reader = new InventoryRowReader(category.Schema, columns.Value, group.Name, await ZoneAsync(ct));
        var rows = inventory.Records.Select(reader.Read).ToList();
        foreach (var row in rows)
        {
            await CheckAsync(viewer, row, ct);
        }

        return new ReadInventory(group, rows, await PreviewAsync(group, category, columns.Value, rows, request, ct));
    }

    private async Task<bool> MayImportAsync(Viewer viewer, Group group, CancellationToken ct) =>
        (await access.CheckAsync(viewer, Permission.Allot, new Resource.OfGroup(group.Id), ct)).IsAllowed
        && (await access.CheckAsync(viewer, Permission.PublishForGroup, new Resource.OfGroup(group.Id), ct)).IsAllowed;

    // The rules of every offer, drafted as from its form. What is wrong with a cell already is not told twice.
    private async Task CheckAsync(Viewer viewer, InventoryRow row, CancellationToken ct)
    {
        if (row.Form.From is null || row.Form.To is null || row.Form.Units is null || row.Problems.Exists(problem => problem.Column.Length == 0))
        {
            return;
        }

        var drafted = await draft.NewAsync(viewer, row.Form, ct);
        row.Problems.AddRange(drafted.Refusals
            .Select(refusal => new CellProblem(row.Line, InventoryColumn.NameOf(refusal.Field), refusal.Message))
            .Where(problem => row.Problems.TrueForAll(known => known.Column != problem.Column)));
        row.Draft = row.Problems.Count == 0 ? drafted.Value : null;
    }

    private async Task<ImportPreview> PreviewAsync(
        Group group, KnownCategory category, IReadOnlyList<InventoryColumn> columns, List<InventoryRow> rows, ImportRequest request,
        CancellationToken ct)
    {
        var (subject, digest) = ($"group:{group.Id:D}", fingerprint.OfFile(group.Id, request.Category, request.File));
        var before = await db.LogEntries.AsNoTracking()
            .Where(line => line.Subject == subject && line.Kind == LogKind && line.Digest == digest)
            .OrderByDescending(line => line.Position)
            .Select(line => (DateTimeOffset?)line.At)
            .FirstOrDefaultAsync(ct);
        List<int> right = [.. rows.Where(row => row.Problems.Count == 0).Select(row => row.Line)];
        return new ImportPreview(
            group.Title, category.Title, [.. columns.Select(column => column.Name)],
            [.. rows.Select(row => new PreviewRow(row.Line, row.Shown, row.Problems))],
            fingerprint.OfPreview(group.Id, request.Category, right, request.File), before);
    }

    private async Task<TimeZoneInfo> ZoneAsync(CancellationToken ct) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(await settings.FindAsync(NodeSettings.TimeZone, ct) ?? "", out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>What a steward wants to import.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Category">The category of all rows, such as <c>offer.tool@v1</c>.</param>
/// <param name="File">The file, at most <see cref="InventoryCsv.MostBytes"/>. It may hold private text and is kept nowhere.</param>
public sealed record ImportRequest(string Group, string Category, ReadOnlyMemory<byte> File);

/// <summary>What would come of a file.</summary>
/// <param name="GroupTitle">The group that publishes.</param>
/// <param name="CategoryTitle">What kind of offers.</param>
/// <param name="Columns">The columns in their order.</param>
/// <param name="Rows">Every row, right or wrong.</param>
/// <param name="Fingerprint">Binds the import to this preview.</param>
/// <param name="ImportedAt">When this very file was last imported for the group, or null.</param>
public sealed record ImportPreview(
    string GroupTitle, string CategoryTitle, IReadOnlyList<string> Columns, IReadOnlyList<PreviewRow> Rows, string Fingerprint,
    DateTimeOffset? ImportedAt)
{
    /// <summary>How many offers an import would create.</summary>
    public int Right => Rows.Count(row => row.IsRight);
}

/// <summary>One row of a preview.</summary>
/// <param name="Line">The line of the file on which it begins.</param>
/// <param name="Cells">Its cells; those that are private without their text.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record PreviewRow(int Line, IReadOnlyList<ShownCell> Cells, IReadOnlyList<CellProblem> Problems)
{
    /// <summary>Whether it becomes an offer.</summary>
    public bool IsRight => Problems.Count == 0;

    /// <summary>What is wrong with one cell, or null.</summary>
    public string? ProblemOf(string column) => Problems.FirstOrDefault(problem => problem.Column == column)?.Sentence;
}

/// <summary>A preview with the rows behind it, private text and all.</summary>
internal sealed record ReadInventory(Group Group, List<InventoryRow> Rows, ImportPreview Preview);
