using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Members;
using PostMoney.Core.Moving;

namespace PostMoney.Core.Timelines;

/// <summary>Somebody, here or elsewhere, as the viewer sees them.</summary>
public sealed class PersonPages(PostMoneyDb db, OtherAccounts others, NodeAddress address)
{
    private static readonly Func<PostMoneyDb, string, CancellationToken, Task<Neighbour?>> _neighbour = EF.CompileAsyncQuery(
        (PostMoneyDb db, string handle, CancellationToken _) => db.Members.AsNoTracking()
            .Where(member => member.Handle == handle && member.State == MemberState.Active)
            .LeftJoin(db.Actors.AsNoTracking(), member => (Guid?)member.Id, actor => actor.LocalId, (member, actor) => new Neighbour(member, actor))
            .FirstOrDefault());

    private static readonly Func<PostMoneyDb, Guid, IAsyncEnumerable<ProfileLine>> _fields = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid memberId) => db.ProfileFields.Where(field => field.MemberId == memberId).OrderBy(field => field.Position)
            .Select(field => new ProfileLine(field.Name, field.Value, ProfileHtml.OfValue(field.Value), field.VerifiedAt)));

    /// <summary>Finds them by handle: <c>amina</c>, or <c>chen@p.test</c> for somebody who has been met. Null where nobody has that handle.</summary>
    public async Task<PersonPage?> FindAsync(Viewer viewer, string handle, CancellationToken ct)
    {
        var parts = handle.Split('@', 2);
        if (parts.Length == 1 || parts[1] == address.Host)
        {
            return await NeighbourAsync(viewer, parts[0].ToLowerInvariant(), ct);
        }

        // Who is elsewhere is shown to members alone: the page would otherwise be a copy of another server's.
        var (name, host) = (parts[0], parts[1].ToLowerInvariant());
        return viewer.IsMember
            && await db.Actors.AsNoTracking().FirstOrDefaultAsync(a => a.Handle == name && a.Host == host && a.State == ActorState.Active, ct) is { } other
                ? await PageAsync(viewer, other, ct)
                : null;
    }

    /// <summary>What the viewer says of themselves, as they wrote it.</summary>
    public async Task<ProfileText?> OwnAsync(Viewer viewer, CancellationToken ct)
    {
        var me = viewer.Id;
        return await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == me, ct) is { } member
            ? new ProfileText(member.DisplayName, member.Biography, await FieldsAsync(me, ct))
            : null;
    }

    /// <summary>Whom the viewer follows, and who follows them.</summary>
    public async Task<(IReadOnlyList<PersonLine> Following, IReadOnlyList<PersonLine> Followers)> ConnectionsAsync(Viewer viewer, CancellationToken ct)
    {
        var me = viewer.Id;
        var mine = db.Actors.Where(actor => actor.LocalId == me).Select(actor => actor.Id);
        var following = await db.Follows.AsNoTracking().Where(f => mine.Contains(f.FollowerId))
            .Join(db.Actors, f => f.FollowedId, a => a.Id, (f, a) => new { f.State, a })
            .OrderBy(line => line.a.Name).Take(500).ToListAsync(ct);
        var followers = await db.Follows.AsNoTracking().Where(f => mine.Contains(f.FollowedId) && f.State == FollowState.Accepted)
            .Join(db.Actors, f => f.FollowerId, a => a.Id, (f, a) => new { f.State, a })
            .OrderBy(line => line.a.Name).Take(500).ToListAsync(ct);
        return ([.. following.Select(line => Line(line.a, line.State))], [.. followers.Select(line => Line(line.a, line.State))]);
    }

    // Somebody who has not said anything yet has no actor, and looking at a page makes none.
    private async Task<PersonPage?> NeighbourAsync(Viewer viewer, string handle, CancellationToken ct)
    {
        if (await _neighbour(db, handle, ct) is not { Member: var member, Actor: var actor })
        {
            return null;
        }

        return actor is not null
            ? await PageAsync(viewer, actor, ct)
            : new PersonPage(
                Guid.Empty, member.DisplayName, member.Handle, $"@{member.Handle}@{address.Host}", ProfileHtml.OfBiography(member.Biography), "", IsLocal: true, ActorKind.Person,
                IsMe: member.Id == viewer.MemberId, null, FollowsMe: false, member.JoinedAt, null, [], await FieldsAsync(member.Id, ct));
    }

    private static PersonLine Line(Actor actor, FollowState state) => new(actor.Id, actor.Name, actor.Address, actor.IsLocal, state == FollowState.Asked);

    private async Task<PersonPage> PageAsync(Viewer viewer, Actor actor, CancellationToken ct)
    {
        var (follow, followsMe) = viewer.MemberId is { } me ? await FollowsAsync(me, actor, ct) : (null, false);
        return new PersonPage(
            actor.Id, actor.Name, actor.Handle, actor.Address, actor.Summary, actor.Page, actor.IsLocal, actor.Kind,
            IsMe: viewer.MemberId is not null && actor.LocalId == viewer.MemberId, follow, followsMe, actor.FetchedAt, await others.SuccessorOfAsync(actor, ct),
            await others.OfAsync(actor, ct), actor.IsLocal ? await FieldsAsync(actor.LocalId, ct) : FieldsElsewhere(actor));
    }

    private async Task<(FollowState? Follow, bool FollowsMe)> FollowsAsync(Guid me, Actor actor, CancellationToken ct) => (
        await db.Follows.AsNoTracking()
            .Where(f => f.FollowedId == actor.Id && db.Actors.Any(a => a.Id == f.FollowerId && a.LocalId == me))
            .Select(f => (FollowState?)f.State).FirstOrDefaultAsync(ct),
        await db.Follows.AnyAsync(
            f => f.FollowerId == actor.Id && f.State == FollowState.Accepted && db.Actors.Any(a => a.Id == f.FollowedId && a.LocalId == me), ct));

    // What a server says that it has verified is its own word, too.
    private static List<ProfileLine> FieldsElsewhere(Actor actor) => [.. (JsonSerializer.Deserialize<string[][]>(actor.Fields) ?? [])
        .Where(line => line.Length == 2)
        .Select(line => new ProfileLine(line[0], CleanHtml.TextOf(line[1]), line[1], null))];

    private async Task<IReadOnlyList<ProfileLine>> FieldsAsync(Guid? memberId, CancellationToken ct) => memberId is not { } id
        ? []
        : await _fields(db, id).ToListAsync(ct);

    private sealed record Neighbour(Member Member, Actor? Actor);
}

/// <summary>Somebody's page.</summary>
public sealed record PersonPage(
    Guid Id, string Name, string Handle, string Address, string Summary, string Page, bool IsLocal, ActorKind Kind, bool IsMe, FollowState? Follow,
    bool FollowsMe, DateTimeOffset FetchedAt, OtherAccount? MovedTo, IReadOnlyList<OtherAccount> AlsoKnownAs,
    IReadOnlyList<ProfileLine> Fields);

/// <summary>A line of somebody's profile.</summary>
/// <param name="Name">Plain text.</param>
/// <param name="Text">What stands beside it, as it was written.</param>
/// <param name="Html">The same as clean HTML.</param>
/// <param name="VerifiedAt">When the page that it leads to led back; null where it is no link, or did not.</param>
public sealed record ProfileLine(string Name, string Text, string Html, DateTimeOffset? VerifiedAt);

/// <summary>What a member says of themselves, to change it.</summary>
public sealed record ProfileText(string Name, string Biography, IReadOnlyList<ProfileLine> Fields);

/// <summary>Somebody in a list.</summary>
public sealed record PersonLine(Guid Id, string Name, string Address, bool IsLocal, bool IsAsked);
