using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

public sealed class IndexModel(CommunityTimeline timeline, AssignmentPages assignments, PoolList pools) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public TimelinePage Timeline { get; private set; } = null!;

    public IReadOnlyList<RunningPermit> Mine { get; private set; } = [];

    public IReadOnlyList<NextRound> Closing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        ItemKind? kind = Kind switch { "need" => ItemKind.Need, "offer" => ItemKind.Offer, _ => null };
        Timeline = await timeline.PageAsync(Viewer, new TimelineFilter(kind), Before, ct);
        Closing = await pools.NextAsync(4, ct);
        if (Visit.Me is not null)
        {
            Mine = await assignments.RunningAsync(Viewer, 4, ct);
        }
    }
}
