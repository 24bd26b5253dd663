using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Talk;

/// <summary>What those say whom the member follows.</summary>
public sealed class HomeModel(PostTimelines timelines) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public PostPage Posts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Visit.Me is null)
        {
            return Redirect("/sign-in?next=/home");
        }

        Posts = await timelines.HomeAsync(Viewer, Before, ct);
        return Page();
    }
}
