using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
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

    [BindProperty]
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

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await (Chosen?.CopyToAsync(bytes, ct) ?? Task.CompletedTask);
        Carried = Base64Url.EncodeToString(bytes.ToArray());
        return await ShowAsync([], ct);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken ct)
    {
        var onRepeat = Again ? OnRepeat.ImportAgain : OnRepeat.Refuse;
        var imported = await import.ExecuteAsync(Viewer, Asked(), Seen, onRepeat, ct);
        return imported.TryGet(out var created)
            ? Next($"/groups/{Group}", created.Count == 1 ? "One offer was published." : $"{created.Count} offers were published.")
            : await ShowAsync(imported.Refusals, ct);
    }

    private ImportRequest Asked() => new(Group, Category, Base64Url.IsValid(Carried) ? Base64Url.DecodeFromChars(Carried) : []);

    private async Task<IActionResult> ShowAsync(IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        await LoadAsync(ct);
        var previewed = await previewImport.ExecuteAsync(Viewer, Asked(), ct);
        Preview = previewed.IsGranted ? previewed.Value : null;
        var problems = previewed.IsGranted ? refusals : previewed.Refusals;
        return problems.Count > 0 ? Refuse(problems) : Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Groups = [.. (await groups.AllAsync(Viewer, ct)).Where(group => group is { IStewardIt: true, IsMine: true })
            .Select(group => new FieldOption(group.Name, group.Title))];
        Categories = [.. (await categories.CurrentAsync(ItemKind.Offer, ct)).Select(category => new FieldOption(category.Id.Value, category.Title))];
    }
}
