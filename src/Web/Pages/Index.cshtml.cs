using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

public sealed class IndexModel(CommunityTimeline timeline, PostTimelines talk, AssignmentPages assignments, PoolList pools) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    public Guid? Older { get; private set; }

    public IReadOnlyList<RunningPermit> Mine { get; private set; } = [];

    public IReadOnlyList<NextRound> Closing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Closing = await pools.NextAsync(4, ct);
        if (Visit.Me is not null)
        {
            Mine = await assignments.RunningAsync(Viewer, 4, ct);
        }
    }

    // Ids of both are in the order of time, so that one cursor serves both.
    private async Task LoadAsync(CancellationToken ct)
    {
        ItemKind? kind = Kind switch { "need" => ItemKind.Need, "offer" => ItemKind.Offer, _ => null };
        var items = Kind == "post" ? new TimelinePage([], null) : await timeline.PageAsync(Viewer, new TimelineFilter(kind), Before, ct);
        var posts = kind is null ? await talk.CommunityAsync(Viewer, Before, ct) : new PostPage([], null);
        var all = items.Cards.Select(card => new TimelineEntry(card.Id, card.PublishedAt, card, null))
            .Concat(posts.Cards.Select(card => new TimelineEntry(card.Id, card.PublishedAt, null, card)))
            .OrderByDescending(entry => entry.Id)
            .ToList();
        Entries = [.. all.Take(CommunityTimeline.PageSize)];
        Older = all.Count > CommunityTimeline.PageSize || items.Before is not null || posts.Before is not null ? Entries[^1].Id : null;
    }
}

/// <summary>One thing on the timeline: a need or an offer, or what somebody says.</summary>
public sealed record TimelineEntry(Guid Id, DateTimeOffset At, ItemCard? Item, PostCard? Post);
