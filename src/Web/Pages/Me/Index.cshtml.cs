using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Items;
using PostMoney.Core.Notifications;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>What is somebody's own at the moment: what they hold, wait for, give, and may still use.</summary>
public sealed class IndexModel(
    AssignmentPages assignments, WaitingNeeds waiting, OwnItems items, QuotaLeft quota, NotificationList notifications,
    AttestedFacts attested) : NodePage
{
    public IReadOnlyList<AssignmentCard> Held { get; private set; } = [];

    public IReadOnlyList<AssignmentCard> InHand { get; private set; } = [];

    public IReadOnlyList<AssignmentCard> Past { get; private set; } = [];

    public IReadOnlyList<AssignmentCard> Given { get; private set; } = [];

    public IReadOnlyList<WaitingNeed> Waiting { get; private set; } = [];

    public IReadOnlyList<ItemCard> Needs { get; private set; } = [];

    public IReadOnlyList<ItemCard> Offers { get; private set; } = [];

    public IReadOnlyList<QuotaLine> Quotas { get; private set; } = [];

    public IReadOnlyList<AttestedLine> Attested { get; private set; } = [];

    public IReadOnlyList<Notification> News { get; private set; } = [];

    public string Greeting => TimeZoneInfo.ConvertTime(Visit.Now, Visit.Zone).Hour switch
    {
        < 5 or >= 22 => "Good night",
        < 12 => "Good morning",
        < 18 => "Good afternoon",
        _ => "Good evening",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var permits = await assignments.MineAsync(Viewer, 40, ct);
        Held = [.. permits.Where(permit => permit.State == AssignmentState.Held).OrderBy(permit => permit.HoldUntil)];
        InHand = [.. permits.Where(permit => permit.State is AssignmentState.Active or AssignmentState.Ended).OrderBy(permit => permit.Window.To)];
        Past = [.. permits.Except(Held).Except(InHand)];
        Given = await assignments.GivenAsync(Viewer, 20, ct);
        Waiting = await waiting.OfAsync(Viewer, ct);
        Needs = [.. (await items.OfAsync(Viewer, ItemKind.Need, 40, ct)).Where(need => need.State != ItemState.Open)];
        Offers = await items.OfAsync(Viewer, ItemKind.Offer, 40, ct);
        Quotas = [.. (await quota.OfAsync(Viewer, ct)).OrderByDescending(line => line.Used)];
        Attested = await attested.OfMemberAsync(Viewer, Viewer.Id, ct);
        News = await notifications.NewestAsync(Viewer, 5, ct);
    }
}
