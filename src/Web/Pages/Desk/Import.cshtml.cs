using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Groups;
using PostMoney.Core.Offers.Import;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>A group's steward imports a table of offers: choose a file, look at what would come of it, confirm.</summary>
/// <remarks>
/// The table may hold lock codes. Between the two steps it travels in the form, and no part of the way may lay it down on disk:
/// forms beyond 64 KiB are put into a file by default, so the threshold is above the largest that the node takes.
/// </remarks>
[RequestFormLimits(MemoryBufferThreshold = 2 * 1024 * 1024)]
public sealed class ImportModel(PreviewImport previewImport, ImportInventory import, GroupList groups, CategoryCatalog categories) : NodePage
{
    [BindProperty]
    public string Group { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Category { get; set; } = "offer.tool@v1";

    [BindProperty(Name = "File")]
    public IFormFile? Chosen { get; set; }

    /// <summary>The file again, base64url.</summary>
    [BindProperty]
    public string Carried { get; set; } = "";

    [BindProperty]
    public string Seen { get; set; } = "";

    [BindProperty]
    public bool Again { get; set; }

    public IReadOnlyList<FieldOption> Groups { get; private set; } = [];

    public IReadOnlyList<FieldOption> Categories { get; private set; } = [];

    public ImportPreview? Preview { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetTableAsync(CancellationToken ct) =>
        CategoryId.TryParse(Category, out var id) && id.Kind == ItemKind.Offer && await categories.FindAsync(id, ct) is { } category
            ? File(Encoding.UTF8.GetBytes($"\uFEFF{string.Join(',', InventoryColumn.AllOf(category.Schema).Select(c => c.Name))}\r\n"), "text/csv; charset=utf-8", $"{id.Topic}-inventory.csv")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var file = await BytesAsync(ct);
        var previewed = await previewImport.ExecuteAsync(Viewer, new ImportRequest(Group, Category, file), ct);
        (Preview, Carried) = (previewed.IsGranted ? previewed.Value : null, previewed.IsGranted ? Base64Url.EncodeToString(file) : "");
        return previewed.IsGranted ? Page() : Refuse(previewed.Refusals);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken ct)
    {
        var file = Base64Url.IsValid(Carried) ? Base64Url.DecodeFromChars(Carried) : [];
        var onRepeat = Again ? OnRepeat.ImportAgain : OnRepeat.Refuse;
        var imported = await import.ExecuteAsync(Viewer, new ImportRequest(Group, Category, file), Seen, onRepeat, ct);
        if (imported.TryGet(out var created))
        {
            return Next($"/groups/{Group}", created.Count == 1 ? "One offer was published." : $"{created.Count} offers were published.");
        }

        await LoadAsync(ct);
        var previewed = await previewImport.ExecuteAsync(Viewer, new ImportRequest(Group, Category, file), ct);
        Preview = previewed.IsGranted ? previewed.Value : null;
        ModelState.Remove(nameof(Seen));
        return Refuse(imported.Refusals);
    }

    private async Task<byte[]> BytesAsync(CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await (Chosen?.CopyToAsync(bytes, ct) ?? Task.CompletedTask);
        return bytes.ToArray();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Groups = [.. (await groups.AllAsync(Viewer, ct)).Where(group => group is { IStewardIt: true, IsMine: true }).Select(group => new FieldOption(group.Name, group.Title))];
        Categories = [.. (await categories.CurrentAsync(ItemKind.Offer, ct)).Select(category => new FieldOption(category.Id.Value, category.Title))];
    }
}
