using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Items;
using PostMoney.Core.Members;

namespace PostMoney.Core.Assignments;

/// <summary>Permits as their two sides and stewards see them. To everybody else they do not exist.</summary>
public sealed class AssignmentPages(PostMoneyDb db, AccessCheck access)
{
    private const string Former = "A former member";

    private static readonly Func<PostMoneyDb, Guid, int, IAsyncEnumerable<RunningPermit>> _running = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid me, int count) => db.Assignments.AsNoTracking()
            .Where(a => a.AssigneeId == me)
            .Where(a => a.State == AssignmentState.Held || a.State == AssignmentState.Active || a.State == AssignmentState.Ended)
            .OrderByDescending(a => a.Id)
            .Take(count)
            .Select(a => new RunningPermit(
                a.Id, db.Offers.Where(offer => offer.Id == a.OfferId).Select(offer => offer.Title).First(), a.WindowFrom, a.WindowTo, a.State)));

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

        return new AssignmentPage(
            found.Assignment, found.Need, found.Offer, found.Assignee.DisplayName, found.Assignee.Handle, found.Owner ?? Former,
            isMine, isOwner, isSteward, await StepsAsync(assignmentId, ct));
    }

    /// <summary>The viewer's own permits, newest first.</summary>
    public async Task<IReadOnlyList<AssignmentCard>> MineAsync(Viewer viewer, int count, CancellationToken ct)
    {
        var me = viewer.Id;
        return Cards(await Joined(db.Assignments.AsNoTracking().Where(a => a.AssigneeId == me).OrderByDescending(a => a.Id).Take(count))
            .ToListAsync(ct));
    }

    /// <summary>The viewer's own permits that are held, active or due back, newest first, in a line each.</summary>
    public async Task<IReadOnlyList<RunningPermit>> RunningAsync(Viewer viewer, int count, CancellationToken ct) =>
        await _running(db, viewer.Id, count).ToListAsync(ct);

    /// <summary>Permits that are out on the viewer's own offers, and on those of groups that they look after, the next to end first.</summary>
    public async Task<IReadOnlyList<AssignmentCard>> GivenAsync(Viewer viewer, int count, CancellationToken ct)
    {
        Guid[] mine = [viewer.Id, .. viewer.StewardedGroupIds];
        var given = Live().Join(db.Offers.Where(offer => mine.Contains(offer.AuthorId)), a => a.OfferId, offer => offer.Id, (a, _) => a);
        return Cards(await Joined(given.OrderBy(a => a.WindowTo).Take(count)).ToListAsync(ct));
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
        var live = Live()
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

    private IQueryable<Assignment> Live() => db.Assignments.AsNoTracking()
        .Where(a => a.State == AssignmentState.Held || a.State == AssignmentState.Active || a.State == AssignmentState.Ended);

    private IQueryable<Line> Joined(IQueryable<Assignment> assignments) => assignments
        .Join(db.Needs, a => a.NeedId, n => n.Id, (a, n) => new { a, n })
        .Join(db.Offers, pair => pair.a.OfferId, o => o.Id, (pair, o) => new { pair.a, pair.n, o })
        .Join(db.Members, triple => triple.a.AssigneeId, m => m.Id, (triple, m) => new Line
        {
            Assignment = triple.a,
            Need = triple.n,
            Offer = triple.o,
            Assignee = m,
            Owner = db.Members.Where(owner => owner.Id == triple.o.AuthorId).Select(owner => owner.DisplayName).FirstOrDefault()
                ?? db.Groups.Where(group => group.Id == triple.o.AuthorId).Select(group => group.Title).FirstOrDefault(),
        });

    private async Task<IReadOnlyList<AssignmentStepLine>> StepsAsync(Guid assignmentId, CancellationToken ct)
    {
        var steps = await db.AssignmentSteps.AsNoTracking().Where(step => step.AssignmentId == assignmentId)
            .OrderBy(step => step.Id)
            .Select(step => new
            {
                step.State,
                step.Actor,
                step.Note,
                step.At,
                Who = db.Members.Where(member => member.Did == step.Actor).Select(member => member.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return [.. steps.Select(step => new AssignmentStepLine(step.State, step.Actor == "node" ? null : step.Who ?? Former, step.Note, step.At))];
    }

    private static IReadOnlyList<AssignmentCard> Cards(List<Line> lines) => [.. lines.Select(line => new AssignmentCard(
        line.Assignment.Id, line.Assignment.State, line.Assignment.Window, line.Assignment.HoldUntil, line.Assignment.Unit,
        line.Assignment.HasConditions, line.Offer.Id, line.Offer.Title, line.Offer.Topic, line.Offer.HasPayload, line.Owner ?? Former,
        line.Need.Id, line.Need.Title, line.Need.HasPayload, line.Assignee.DisplayName, line.Assignee.Handle))];

    private sealed class Line
    {
        public required Assignment Assignment { get; init; }

        public required Need Need { get; init; }

        public required Offer Offer { get; init; }

        public required Member Assignee { get; init; }

        public required string? Owner { get; init; }
    }
}

/// <summary>A permit in one line.</summary>
public sealed record RunningPermit(Guid Id, string OfferTitle, DateTimeOffset From, DateTimeOffset To, AssignmentState State);

/// <summary>A permit with all that its sides may see.</summary>
public sealed record AssignmentPage(
    Assignment Assignment, Need Need, Offer Offer, string AssigneeName, string AssigneeHandle, string OwnerName,
    bool IsMine, bool IsOwner, bool IsSteward, IReadOnlyList<AssignmentStepLine> Steps)
{
    /// <summary>What the viewer may open while the permit lasts: the other side's item. Null for a steward who is on neither side.</summary>
    public Item? Opens => IsMine ? Offer : IsOwner ? Need : null;
}

/// <summary>A step of a permit in words.</summary>
/// <param name="State">The state that it came into.</param>
/// <param name="Who">Who brought it there, or null for the node.</param>
/// <param name="Note">A word about it; may be empty.</param>
/// <param name="At">When.</param>
public sealed record AssignmentStepLine(AssignmentState State, string? Who, string Note, DateTimeOffset At);

/// <summary>A permit in a list.</summary>
public sealed record AssignmentCard(
    Guid Id, AssignmentState State, Foundation.Window Window, DateTimeOffset HoldUntil, int Unit, bool HasConditions, Guid OfferId,
    string OfferTitle, string Topic, bool OfferIsSealed, string OwnerName, Guid NeedId, string NeedTitle, bool NeedIsSealed, string AssigneeName,
    string AssigneeHandle);
