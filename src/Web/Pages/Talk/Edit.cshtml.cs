using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Talk;

/// <summary>A member changes what they said.</summary>
public sealed class EditModel(PostTimelines timelines, EditPost edit) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public string Warning { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Visit.Me is null || await timelines.SourceAsync(Viewer, Id, ct) is not { } source)
        {
            return NotFound();
        }

        (Text, Warning) = source;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Visit.Me is null || await timelines.SourceAsync(Viewer, Id, ct) is null)
        {
            return NotFound();
        }

        var changed = await edit.ExecuteAsync(Viewer, Id, Text, Warning, ct);
        return changed.IsGranted ? Next($"/posts/{Id}", "It is changed.") : Refuse(changed.Refusals);
    }
}
