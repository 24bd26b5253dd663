using System.Text;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Foundation;
using PostMoney.Core.Operations;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>A list of servers to keep out or limit: chosen, looked at, taken over.</summary>
public sealed class HostListModel(ImportHostList import) : NodePage
{
    [BindProperty]
    public string List { get; set; } = "";

    [BindProperty(Name = "File")]
    public IFormFile? Chosen { get; set; }

    public IReadOnlyList<PlannedRule> Planned { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Chosen is { Length: > 0 and <= HostList.MostCharacters * 4 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            List = await reader.ReadToEndAsync(ct);
        }

        return await ShowAsync([], ct);
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken ct)
    {
        var imported = await import.ExecuteAsync(Viewer, List, ct);
        return imported.TryGet(out var added)
            ? Next("/desk/federation", added == 1 ? "One server was taken over." : $"{added} servers were taken over.")
            : await ShowAsync(imported.Refusals, ct);
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        var previewed = await import.PreviewAsync(Viewer, List, ct);
        Planned = previewed.TryGet(out var planned) ? planned : [];
        var problems = previewed.IsGranted ? refusals : previewed.Refusals;
        return problems.Count > 0 ? Refuse(problems) : Page();
    }
}
