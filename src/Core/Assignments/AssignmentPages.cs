using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Items;
using PostMoney.Core.Members;

namespace PostMoney.Core.Assignments;

/// <summary>Permits as their two sides and stewards see them. To everybody else they do not exist.</summary>
public sealed class AssignmentPages(PostMoneyDb db, AccessCheck access)
{
    /// <summary>One permit, or null.</summary>
    public async Task<AssignmentPage?> FindAsync(Viewer viewer, Guid assignmentId, CancellationToken ct)
    {
        var found = await Joined(db.Assignments.AsNoTracking().Where(a => a.Id == assignmentId)).FirstOrDefaultAsync(ct);
        if (found is null || !viewer.IsMember)
        {
            return null;
        }

        var isMine = found.Assignment.AssigneeId == viewer.MemberId;
        var isOwner = AccessCheck.Owns(viewer, found.Offer);
        var isSteward = (await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(found.Offer.GroupId), ct)).IsAllowed;
        if (!isMine && !isOwner && !isSteward)
        {
            return null;
        }

        var steps = await db.AssignmentSteps.AsNoTracking().Where(step => step.AssignmentId == assignmentId)
            .OrderBy(step => step.Id)
            .ToListAsync(ct);
        return new AssignmentPage(
            found.Assignment, found.Need, found.Offer, found.Assignee.DisplayName, found.Assignee.Handle, isMine, isOwner, isSteward, steps);
    }

    /// <summary>The viewer's own permits, newest first.</summary>
    public async Task<IReadOnlyList<AssignmentCard>> MineAsync(Viewer viewer, int count, CancellationToken ct)
    {
        var me = viewer.Id;
        return Cards(await Joined(db.Assignments.AsNoTracking().Where(a => a.AssigneeId == me).OrderByDescending(a => a.Id).Take(count))
            .ToListAsync(ct));
    }

    /// <summary>Permits of one offer, for its owner and stewards.</summary>
    public async Task<IReadOnlyList<AssignmentCard>> OfOfferAsync(Viewer viewer, Guid offerId, CancellationToken ct)
    {
        var offer = await db.Offers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == offerId, ct);
        if (offer is null || !(AccessCheck.Owns(viewer, offer)
            || (await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(offer.GroupId), ct)).IsAllowed))
        {
            return [];
        }

        return Cards(await Joined(db.Assignments.AsNoTracking().Where(a => a.OfferId == offerId).OrderByDescending(a => a.Id).Take(50))
            .ToListAsync(ct));
    }

    /// <summary>Permits that are out or due back, for the desk: those of groups that the viewer stewards, or all for the node's stewards.</summary>
    public async Task<IReadOnlyList<AssignmentCard>> OutAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.HasDesk)
        {
            return [];
        }

        var groups = viewer.StewardedGroupIds;
        var all = viewer.IsSteward;
        var live = db.Assignments.AsNoTracking()
            .Where(a => a.State == AssignmentState.Held || a.State == AssignmentState.Active || a.State == AssignmentState.Ended)
            .Join(db.Offers, a => a.OfferId, o => o.Id, (a, o) => new { a, o.AuthorId, o.GroupId })
            .Where(line => all || groups.Contains(line.AuthorId) || (line.GroupId != null && groups.Contains(line.GroupId.Value)))
            .Select(line => line.a);
        return [.. Cards(await Joined(live.OrderBy(a => a.WindowTo).Take(200)).ToListAsync(ct)).OrderBy(card => card.Window.To)];
    }

    /// <summary>The permit of a need that is live or waits for an outcome, for its author, or null.</summary>
    public async Task<AssignmentCard?> OfNeedAsync(Viewer viewer, Guid needId, CancellationToken ct)
    {
        if (!viewer.IsMember)
        {
            return null;
        }

        var me = viewer.Id;
        var found = await Joined(db.Assignments.AsNoTracking().Where(a => a.NeedId == needId && a.AssigneeId == me)
            .OrderByDescending(a => a.Id).Take(1)).ToListAsync(ct);
        return found.Count == 0 ? null : Cards(found)[0];
    }

    private IQueryable<Line> Joined(IQueryable<Assignment> assignments) => assignments
        .Join(db.Needs, a => a.NeedId, n => n.Id, (a, n) => new { a, n })
        .Join(db.Offers, pair => pair.a.OfferId, o => o.Id, (pair, o) => new { pair.a, pair.n, o })
        .Join(db.Members, triple => triple.a.AssigneeId, m => m.Id, (triple, m) => new Line
        {
            Assignment = triple.a,
            Need = triple.n,
            Offer = triple.o,
            Assignee = m,
        });

    private static IReadOnlyList<AssignmentCard> Cards(List<Line> lines) => [.. lines.Select(line => new AssignmentCard(
        line.Assignment.Id, line.Assignment.State, line.Assignment.Window, line.Assignment.HoldUntil, line.Assignment.Unit,
        line.Offer.Id, line.Offer.Title, line.Offer.Topic, line.Need.Id, line.Need.Title, line.Assignee.DisplayName, line.Assignee.Handle))];

    private sealed class Line
    {
        public required Assignment Assignment { get; init; }

        public required Need Need { get; init; }

        public required Offer Offer { get; init; }

        public required Member Assignee { get; init; }
    }
}

/// <summary>A permit with all that its sides may see.</summary>
public sealed record AssignmentPage(
    Assignment Assignment, Need Need, Offer Offer, string AssigneeName, string AssigneeHandle, bool IsMine, bool IsOwner, bool IsSteward,
    IReadOnlyList<AssignmentStep> Steps);

/// <summary>A permit in a list.</summary>
public sealed record AssignmentCard(
    Guid Id, AssignmentState State, Foundation.Window Window, DateTimeOffset HoldUntil, int Unit, Guid OfferId, string OfferTitle,
    string Topic, Guid NeedId, string NeedTitle, string AssigneeName, string AssigneeHandle);
