using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Talk;

/// <summary>What everybody may read under a hashtag.</summary>
public sealed class TagModel(PostTimelines timelines) : NodePage
{
    [FromRoute]
    public string Tag { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public PostPage Posts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Tag = Tag.ToLowerInvariant();
        Posts = await timelines.TaggedAsync(Viewer, Tag, Before, ct);
    }
}
