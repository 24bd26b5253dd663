using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Operations;
using PostMoney.Web.Assets;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>What the node is called, how one joins, how it looks.</summary>
public sealed class SettingsModel(ChangeNodeSettings change, AssetFiles assets) : NodePage
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Summary { get; set; } = "";

    [BindProperty]
    public string Joining { get; set; } = "";

    [BindProperty]
    public string TimeZone { get; set; } = "";

    [BindProperty]
    public string Theme { get; set; } = "";

    public IReadOnlyList<FieldOption> ThemeOptions => [.. assets.Themes.Select(theme => new FieldOption(theme.Id, $"{theme.Name}: {theme.Description}"))];

    public void OnGet() => (Name, Summary, Joining, TimeZone, Theme) =
        (Visit.NodeName, Visit.NodeSummary, Visit.Joining, Visit.Zone.Id, Visit.NodeTheme);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (assets.ProblemWith(Theme) is { } problem)
        {
            return Refuse([problem]);
        }

        var changed = await change.ExecuteAsync(Viewer, new NodeForm(Name, Summary, Joining, TimeZone, Theme), ct);
        return changed.IsGranted ? Next("/desk/settings", "Saved.") : Refuse(changed.Refusals);
    }
}
