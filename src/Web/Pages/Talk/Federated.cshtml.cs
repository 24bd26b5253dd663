using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Mirrors;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Talk;

/// <summary>What everybody may read of all that is known here: posts, and the needs and offers of nodes that this one follows.</summary>
public sealed class FederatedModel(PostTimelines timelines, MirrorTimeline mirrors) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public IReadOnlyList<FederatedEntry> Entries { get; private set; } = [];

    public Guid? Older { get; private set; }

    // Ids of both are in the order of time, so that one cursor serves both.
    public async Task OnGetAsync(CancellationToken ct)
    {
        var posts = await timelines.FederatedAsync(Viewer, Before, ct);
        var items = await mirrors.PageAsync(Viewer, Before, ct);
        var all = posts.Cards.Select(card => new FederatedEntry(card.Id, card, null))
            .Concat(items.Select(card => new FederatedEntry(card.Id, null, card)))
            .OrderByDescending(entry => entry.Id)
            .ToList();
        Entries = [.. all.Take(PostTimelines.PageSize)];
        Older = all.Count > PostTimelines.PageSize || posts.Before is not null ? Entries[^1].Id : null;
    }
}

/// <summary>One thing on the timeline: what somebody says, or what another node needs or offers.</summary>
public sealed record FederatedEntry(Guid Id, PostCard? Post, MirrorCard? Item);
