using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Members;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Federation;

/// <summary>The actors of this node: its members, its groups, and itself. Each gets its keys when it is first asked for.</summary>
/// <remarks>Call it before a change begins: making keys takes a while, and is a change of its own.</remarks>
public sealed class LocalActors(PostMoneyDb db, NodeAddress address, ActorKeys keys, NodeSettings settings, NodeIds ids, TimeProvider clock)
{
    private static readonly Func<PostMoneyDb, string, CancellationToken, Task<Member?>> _member = EF.CompileAsyncQuery(
        (PostMoneyDb db, string handle, CancellationToken _) =>
            db.Members.AsNoTracking().FirstOrDefault(m => m.Handle == handle && m.State == MemberState.Active));

    private static readonly Func<PostMoneyDb, Guid, string?, CancellationToken, Task<Actor?>> _actor = EF.CompileAsyncQuery(
        (PostMoneyDb db, Guid localId, string? host, CancellationToken _) =>
            db.Actors.AsNoTracking().FirstOrDefault(actor => actor.LocalId == localId && (host == null || actor.Host == host)));

    /// <summary>The name of this node's own actor: its host, which no member can be called.</summary>
    public string NodeHandle => address.Host.Split(':')[0];

    /// <summary>This node's own actor: it signs what the node asks for, and speaks where no member should be named.</summary>
    public async Task<Actor> NodeAsync(CancellationToken ct) =>
        await FindAsync(Guid.Empty, ct)
        ?? await AddAsync(
            new Facts(Guid.Empty, address.Node, ActorKind.Application, NodeHandle, await settings.FindAsync(NodeSettings.Name, ct) ?? "PostMoney", "", address.Origin + "/"),
            ct);

    /// <summary>A member's actor; null where there is no such member now.</summary>
    public async Task<Actor?> MemberAsync(string handle, CancellationToken ct) =>
        await OfAsync(await _member(db, handle, ct), ct);

    /// <summary>A member's actor; null where there is no such member now.</summary>
    public async Task<Actor?> MemberAsync(Guid memberId, CancellationToken ct) =>
        await OfAsync(await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == memberId && m.State == MemberState.Active, ct), ct);

    /// <summary>The actor of a member or a group, hidden ones too; null where nobody has this id now.</summary>
    public async Task<Actor?> OfAsync(Guid localId, CancellationToken ct) =>
        await MemberAsync(localId, ct) ?? await OfAsync(await db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Id == localId, ct), ct);

    /// <summary>A group's actor; null where there is no such group, or it is hidden.</summary>
    public async Task<Actor?> GroupAsync(string name, CancellationToken ct)
    {
        var group = await db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Name == name, ct);
        return await OfAsync(group is { Reach: GroupReach.Hidden } ? null : group, ct);
    }

    /// <summary>The actor of a member or a group, within the caller's change, which saves a new one. The first time takes some tenths of a second.</summary>
    /// <returns>Null where nobody has this id any more.</returns>
    public async Task<Actor?> WithinChangeAsync(Guid localId, CancellationToken ct)
    {
        if (await FindAsync(localId, ct) is { } known)
        {
            return known;
        }

        var facts = await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == localId && m.State == MemberState.Active, ct) is { } member ? FactsOf(member)
            : await db.Groups.FindAsync([localId], ct) is { } group ? FactsOf(group)
            : null;
        if (facts is null)
        {
            return null;
        }

        using var made = keys.Make();
        return await PutAsync(facts, made, ct);
    }

    private Facts FactsOf(Member member) => new(
        member.Id, address.OfMember(member.Handle), ActorKind.Person, member.Handle, member.DisplayName, ProfileHtml.OfBiography(member.Biography), $"{address.Origin}/@{member.Handle}");

    private Facts FactsOf(Group group) => new(
        group.Id, address.OfGroup(group.Name), ActorKind.Group, group.Name, group.Title, "", $"{address.Origin}/groups/{group.Name}");

    private async Task<Actor?> OfAsync(Member? member, CancellationToken ct) =>
        member is null ? null : await FindAsync(member.Id, ct) ?? await AddAsync(FactsOf(member), ct);

    private async Task<Actor?> OfAsync(Group? group, CancellationToken ct) =>
        group is null ? null : await FindAsync(group.Id, ct) ?? await AddAsync(FactsOf(group), ct);

    // One from before the node had its place on the fediverse is made anew there: nobody elsewhere has met it.
    private async Task<Actor?> FindAsync(Guid localId, CancellationToken ct) =>
        db.Actors.Local.FirstOrDefault(actor => actor.LocalId == localId)
        ?? await _actor(db, localId, address.IsKnown ? address.Host : null, ct);

    private async Task<Actor> AddAsync(Facts facts, CancellationToken ct)
    {
        using var made = keys.Make();
        await using var change = await db.BeginChangeAsync(ct);

        // Somebody else may have asked for the same one meanwhile.
        if (await FindAsync(facts.LocalId, ct) is { } already)
        {
            return already;
        }

        var actor = await PutAsync(facts, made, ct);
        await change.SaveAsync(ct);
        return actor;
    }

    private async Task<Actor> PutAsync(Facts facts, NewActorKeys made, CancellationToken ct)
    {
        var uri = facts.Uri;
        if (await db.Actors.FirstOrDefaultAsync(stale => stale.LocalId == facts.LocalId, ct) is { } from)
        {
            from.MoveHere(uri, address, facts.Page);
            from.Keys = Published(uri, made);
            await keys.ReplaceAsync(from.Id, made, ct);
            return from;
        }

        var now = clock.GetUtcNow();
        var actor = new Actor
        {
            Id = ids.Next(),
            Uri = uri,
            Host = address.Host,
            Kind = facts.Kind,
            LocalId = facts.LocalId,
            Handle = facts.Handle,
            Name = facts.Name,
            Summary = facts.Summary,
            Page = facts.Page,
            Inbox = uri + "/inbox",
            SharedInbox = address.SharedInbox,
            Outbox = uri + "/outbox",
            Followers = uri + "/followers",
            Keys = Published(uri, made),
            FetchedAt = now,
            CreatedAt = now,
        };
        keys.Keep(actor.Id, made);
        db.Actors.Add(actor);
        return actor;
    }

    private static string Published(string uri, NewActorKeys made) => JsonSerializer.Serialize(new
    {
        id = uri,
        inbox = uri + "/inbox",
        outbox = uri + "/outbox",
        publicKey = new { id = uri + ActorKeys.RsaFragment, owner = uri, publicKeyPem = made.PublicPem },
        assertionMethod = new[]
        {
            new { id = uri + ActorKeys.ProofFragment, type = "Multikey", controller = uri, publicKeyMultibase = made.PublicMultikey },
        },
    });

    // What of a member, a group or the node its actor shows.
    private sealed record Facts(Guid LocalId, string Uri, ActorKind Kind, string Handle, string Name, string Summary, string Page);
}
