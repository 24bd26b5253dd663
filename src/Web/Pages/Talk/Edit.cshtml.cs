using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Web.Photos;

namespace PostMoney.Web.Pages.Talk;

/// <summary>A member changes what they said.</summary>
[TakesPhotos]
public sealed class EditModel(PostTimelines timelines, EditPost edit) : ComposePage
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Visit.Me is null || await timelines.SourceAsync(Viewer, Id, ct) is not { } source)
        {
            return NotFound();
        }

        (Text, Warning, Attached) = (source.Text, source.Warning, source.Photos);
        (Alt1, Alt2, Alt3, Alt4) = (DescriptionOf(1), DescriptionOf(2), DescriptionOf(3), DescriptionOf(4));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Visit.Me is null || await timelines.SourceAsync(Viewer, Id, ct) is not { } source)
        {
            return NotFound();
        }

        Attached = source.Photos;
        var changed = await edit.ExecuteAsync(Viewer, Id, Text, Warning, Photos, ct);
        return changed.IsGranted ? Next($"/posts/{Id}", Said("It is changed.")) : Refuse(changed.Refusals);
    }

    private string DescriptionOf(int position) => Attached.FirstOrDefault(photo => photo.Position == position)?.Description ?? "";
}
