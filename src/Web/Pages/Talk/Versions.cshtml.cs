using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Talk;

/// <summary>What a post said before, for those who may see it.</summary>
public sealed class VersionsModel(PostTimelines timelines) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    public IReadOnlyList<PostVersion> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Versions = await timelines.VersionsAsync(Viewer, Id, ct);
        return Versions.Count > 0 ? Page() : NotFound();
    }
}
