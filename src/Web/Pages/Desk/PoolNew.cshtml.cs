using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Categories;
using PostMoney.Core.Groups;
using PostMoney.Core.Maintenance;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>A steward opens a pool: for a category, or for one offer that many ask for.</summary>
public sealed class PoolNewModel(OpenPool openPool, PoolList pools, CategoryCatalog categories, GroupList groups, TicketList tickets) : NodePage
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Topic { get; set; } = "";

    [BindProperty]
    public string OfferId { get; set; } = "";

    [BindProperty]
    public string GroupId { get; set; } = "";

    [BindProperty]
    public string PolicyName { get; set; } = "";

    [BindProperty]
    public string RoundHours { get; set; } = "24";

    public IReadOnlyList<FieldOption> TopicOptions { get; private set; } = [];

    public IReadOnlyList<FieldOption> OfferOptions { get; private set; } = [];

    public IReadOnlyList<FieldOption> GroupOptions { get; private set; } = [];

    public IReadOnlyList<FieldOption> PolicyOptions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var form = new PoolForm(Name, Topic, PolicyName, Posted.WholeNumber(RoundHours), Posted.Id(OfferId), Posted.Id(GroupId));
        var opened = await openPool.ExecuteAsync(Viewer, form, ct);
        if (opened.IsGranted)
        {
            return Next("/desk/rounds", $"{Name.Trim()} is open, and its first round takes needs.");
        }

        await LoadAsync(ct);
        return Refuse(opened.Refusals);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        TopicOptions = [.. (await categories.TopicsAsync(ct)).Select(topic => new FieldOption(topic, Topics.Word(topic)))];
        OfferOptions = [.. (await tickets.OffersAsync(Viewer, ct)).Select(offer => new FieldOption($"{offer.Id}", offer.Title))];
        GroupOptions = [.. (await groups.AllAsync(Viewer, ct)).Where(group => Viewer.Stewards(group.Id)).Select(group => new FieldOption($"{group.Id}", group.Title))];
        PolicyOptions = [.. (await pools.PoliciesAsync(ct)).Select(policy => new FieldOption(policy.Name, policy.Name))];
    }
}
