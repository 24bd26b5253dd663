using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Search;
using PostMoney.Core.Timelines;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

public sealed class SearchModel(CommunityTimeline timeline, CategoryCatalog categories) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public FoundPage Found { get; private set; } = null!;

    public IReadOnlyList<string> AllTopics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        ItemKind? kind = Kind switch { "need" => ItemKind.Need, "offer" => ItemKind.Offer, _ => null };
        AllTopics = await categories.TopicsAsync(ct);
        Found = await timeline.FindAsync(
            Viewer,
            new SearchQuestion(
                Q?.Length > 200 ? Q[..200] : Q, kind, Topic, When.Read(From, Visit.Zone), When.Read(To, Visit.Zone)?.AddDays(1), Number),
            ct);
    }
}
