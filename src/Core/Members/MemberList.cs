using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Members;

/// <summary>What stewards see of members and invitations.</summary>
public sealed class MemberList(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Most people that are shown at once.</summary>
    public const int Most = 500;

    /// <summary>Those who fit, applicants first, then the newest; empty for those who may not decide about members.</summary>
    public async Task<IReadOnlyList<MemberLine>> OfAsync(Viewer viewer, MemberFilter filter, CancellationToken ct)
    {
        if (!viewer.IsSteward)
        {
            return [];
        }

        var duties = Duties(clock.GetUtcNow());
        var members = db.Members.AsNoTracking();
        if (filter.States.Count > 0)
        {
            members = members.Where(m => filter.States.Contains(m.State));
        }

        if (filter.OnDutyOnly)
        {
            members = members.Where(m => duties.Any(duty => duty.SubjectId == m.Id));
        }

        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var words = filter.Words.Trim();
            members = members.Where(m => EF.Functions.Like(m.Handle, Like(words), "!") || EF.Functions.Like(m.DisplayName, Like(words), "!"));
        }

        return await LinesAsync(
            members.OrderByDescending(m => m.State == MemberState.Pending).ThenByDescending(m => m.Id).Take(Most), duties, ct);
    }

    /// <summary>One of them by handle, or null.</summary>
    public async Task<MemberLine?> FindLineAsync(Viewer viewer, string handle, CancellationToken ct)
    {
        var found = viewer.IsSteward
            ? await LinesAsync(db.Members.AsNoTracking().Where(m => m.Handle == handle), Duties(clock.GetUtcNow()), ct)
            : [];
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Invitations that can still be used.</summary>
    public async Task<IReadOnlyList<InvitationLine>> InvitationsAsync(Viewer viewer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return viewer.IsSteward
            ? await db.Invitations.AsNoTracking()
                .Where(i => i.RevokedAt == null && i.UsesLeft > 0 && i.ExpiresAt > now)
                .OrderBy(i => i.ExpiresAt)
                .Select(i => new InvitationLine(i.Id, i.Note, i.UsesLeft, i.ExpiresAt))
                .ToListAsync(ct)
            : [];
    }

    /// <summary>A member by handle, or null.</summary>
    public async Task<MemberCard?> FindAsync(string handle, CancellationToken ct) => await db.Members.AsNoTracking()
        .Where(m => m.Handle == handle && m.State == MemberState.Active)
        .Select(m => new MemberCard(m.Id, m.Handle, m.DisplayName, m.Did))
        .FirstOrDefaultAsync(ct);

    private IQueryable<Relation> Duties(DateTimeOffset now) => db.Relations.AsNoTracking()
        .Where(r => r.ObjectType == ObjectTypes.Node && r.Name != RelationNames.Member && (r.ToAt == null || r.ToAt > now));

    private static async Task<IReadOnlyList<MemberLine>> LinesAsync(IQueryable<Member> members, IQueryable<Relation> duties, CancellationToken ct)
    {
        var found = await members.ToListAsync(ct);
        var held = await duties.Select(duty => new { duty.SubjectId, duty.Name }).ToListAsync(ct);
        return [.. found.Select(m => new MemberLine(
            m.Id, m.Handle, m.DisplayName, m.Did, m.Custody, m.State, m.Application, m.JoinedAt, m.DecidedAt,
            [.. held.Where(duty => duty.SubjectId == m.Id).Select(duty => duty.Name).Order(StringComparer.Ordinal)]))];
    }

    private static string Like(string words) =>
        $"%{words.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
}

/// <summary>Which members a steward wants to see.</summary>
/// <param name="States">In these states; in any where there are none.</param>
/// <param name="OnDutyOnly">Stewards and auditors alone.</param>
/// <param name="Words">Part of a name or handle, or empty.</param>
public sealed record MemberFilter(IReadOnlyList<MemberState> States, bool OnDutyOnly = false, string Words = "");

/// <summary>One member, as stewards see them.</summary>
public sealed record MemberLine(
    Guid Id, string Handle, string DisplayName, string Did, Custody Custody, MemberState State, string Application,
    DateTimeOffset JoinedAt, DateTimeOffset? DecidedAt, IReadOnlyList<string> Duties);

/// <summary>One invitation, as stewards see it.</summary>
public sealed record InvitationLine(Guid Id, string Note, int UsesLeft, DateTimeOffset ExpiresAt);

/// <summary>A member, as other members see them.</summary>
public sealed record MemberCard(Guid Id, string Handle, string DisplayName, string Did);
