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

    public IReadOnlyList<AssignmentCard> Mine { get; private set; } = [];

    public IReadOnlyList<PoolCard> Closing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        ItemKind? kind = Kind switch { "need" => ItemKind.Need, "offer" => ItemKind.Offer, _ => null };
        Timeline = await timeline.PageAsync(Viewer, new TimelineFilter(kind), Before, ct);
        Closing = [.. (await pools.OpenAsync(Viewer, ct)).OrderBy(pool => pool.ClosesAt).Take(4)];
        if (Visit.Me is not null)
        {
            Mine = [.. (await assignments.MineAsync(Viewer, 8, ct))
                .Where(permit => permit.State is AssignmentState.Held or AssignmentState.Active or AssignmentState.Ended)
                .Take(4)];
        }
    }
}
