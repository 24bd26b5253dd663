using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Grants;
using PostMoney.Core.Timelines;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

/// <summary>One need or offer.</summary>
public sealed class ItemModel(
    ItemPages items, AssignmentPages assignments, RoundPages rounds, Openings openings, ItemTalk talk, AttestedFacts attested) : NodePage
{
    public ItemPage Item { get; private set; } = null!;

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    public AssignmentCard? Permit { get; private set; }

    public IReadOnlyList<AssignmentCard> Permits { get; private set; } = [];

    public IReadOnlyList<OwnLine> Lines { get; private set; } = [];

    public IReadOnlyList<AttestedLine> Attested { get; private set; } = [];

    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    public TalkLink? Talk { get; private set; }

    public OpenRoundCard? Round { get; private set; }

    public string SeenBy => Item.Card.Visibility switch
    {
        Visibility.Public => "everybody",
        Visibility.Node => "members",
        Visibility.Group => $"members of {Item.Card.GroupTitle}",
        _ => "named people",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await items.FindAsync(Viewer, id, ct) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        Facts = Fact.Of(item.Schema, item.Sections, Visit.Zone, Visit.Now);
        Talk = await talk.FindAsync(Viewer, id, ct);
        var isNeed = item.Card.Kind == ItemKind.Need;
        Round = isNeed && item is { Card.Visibility: Visibility.Direct, AskedOfferId: null }
            ? null
            : await rounds.OpenForAsync(item.Card.Topic, isNeed ? item.AskedOfferId : id, ct);
        if (Visit.Me is not null)
        {
            Attested = isNeed ? await attested.OfNeedAsync(Viewer, id, item.AuthorId, item.GroupId, ct) : [];
            Lines = isNeed ? await rounds.OwnLinesAsync(Viewer, id, ct) : [];
            Permit = isNeed
                ? await assignments.OfNeedAsync(Viewer, id, ct)
                : (await assignments.MineAsync(Viewer, 20, ct)).FirstOrDefault(permit => permit.OfferId == id && permit.State == AssignmentState.Active);
            Permits = isNeed ? [] : await assignments.OfOfferAsync(Viewer, id, ct);
            Openings = await openings.OfItemAsync(Viewer, id, ct);
        }

        return Page();
    }

    /// <summary>How it stands, for pages that look again by themselves.</summary>
    public async Task<IActionResult> OnGetStateAsync(Guid id, CancellationToken ct)
    {
        var item = await items.FindAsync(Viewer, id, ct);
        return item is null ? NotFound() : new JsonResult(new { state = StateLabel.Of(item.Card).State, text = StateLabel.Of(item.Card).Text });
    }
}
