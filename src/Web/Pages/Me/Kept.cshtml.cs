using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>Posts that the member keeps.</summary>
public sealed class KeptModel(PostTimelines timelines) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public PostPage Posts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Posts = await timelines.KeptAsync(Viewer, Before, ct);
}
