using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>What waits for a steward: open needs, and counts of everything else.</summary>
public sealed class IndexModel(DeskQueue queue, DeskCounts counts, CategoryCatalog categories) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public string Topic { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "";

    public Waiting Waiting { get; private set; } = null!;

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    public IReadOnlyList<string> Topics { get; private set; } = [];

    public bool IsFiltered => Topic.Length > 0 || Show.Length > 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Waiting = await counts.OfAsync(Viewer, ct);
        Topics = await categories.TopicsAsync(ct);
        Lines = await queue.OfAsync(Viewer, new QueueFilter(Topic, Show == "urgent", Show == "waited"), ct);
    }
}
