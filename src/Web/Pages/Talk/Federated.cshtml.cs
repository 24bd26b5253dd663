using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Talk;

/// <summary>What everybody may read of all that is known here.</summary>
public sealed class FederatedModel(PostTimelines timelines) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public PostPage Posts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Posts = await timelines.FederatedAsync(Viewer, Before, ct);
}
