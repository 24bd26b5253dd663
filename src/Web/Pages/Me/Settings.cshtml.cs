using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Members;
using PostMoney.Web.Assets;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>A member's own look, and the browsers in which they are signed in.</summary>
public sealed class SettingsModel(ChangePreferences change, Sessions sessions, SessionList list, AssetFiles assets) : NodePage
{
    private const string Default = "default";

    public static IReadOnlyList<FieldOption> Schemes { get; } =
        [new(Default, "As my device has it"), new("light", "Light"), new("dark", "Dark")];

    [BindProperty]
    public string Theme { get; set; } = Default;

    [BindProperty]
    public string Scheme { get; set; } = Default;

    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public IReadOnlyList<FieldOption> Themes =>
    [
        new(Default, $"As {Visit.NodeName} has it"),
        .. assets.Themes.Select(theme => new FieldOption(theme.Id, $"{theme.Name}: {theme.Description}")),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = Visit.Me!;
        (Theme, Scheme) = (me.Theme ?? Default, me.Scheme ?? Default);
        Sessions = await list.OfAsync(me, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Sessions = await list.OfAsync(Visit.Me!, ct);
        var theme = Theme == Default ? null : Theme;
        if (theme is not null && assets.ProblemWith(theme) is { } problem)
        {
            return Refuse([problem]);
        }

        var changed = await change.ExecuteAsync(Viewer, theme, Scheme, ct);
        return changed.IsGranted ? Next("/me/settings", "Your settings are saved.") : Refuse(changed.Refusals);
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await sessions.EndOthersAsync(Visit.Me!, ct);
        return Next("/me/settings", "You are signed out everywhere else.");
    }
}
