using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Relations;

namespace PostMoney.Core.Members;

/// <summary>What stewards see of members and invitations.</summary>
public sealed class MemberList(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Everybody, applicants first, then the newest; empty for those who may not decide about members.</summary>
    public async Task<IReadOnlyList<MemberLine>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.IsSteward)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var duties = await db.Relations.AsNoTracking()
            .Where(r => r.ObjectType == ObjectTypes.Node && r.Name != RelationNames.Member && (r.ToAt == null || r.ToAt > now))
            .Select(r => new { r.SubjectId, r.Name })
            .ToListAsync(ct);
        var members = await db.Members.AsNoTracking()
            .OrderByDescending(m => m.State == MemberState.Pending)
            .ThenByDescending(m => m.Id)
            .Take(500)
            .ToListAsync(ct);
        return [.. members.Select(m => new MemberLine(
            m.Id, m.Handle, m.DisplayName, m.Did, m.Custody, m.State, m.Application, m.JoinedAt,
            [.. duties.Where(duty => duty.SubjectId == m.Id).Select(duty => duty.Name)]))];
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
}

/// <summary>One member, as stewards see them.</summary>
public sealed record MemberLine(
    Guid Id, string Handle, string DisplayName, string Did, Custody Custody, MemberState State, string Application,
    DateTimeOffset JoinedAt, IReadOnlyList<string> Duties);

/// <summary>One invitation, as stewards see it.</summary>
public sealed record InvitationLine(Guid Id, string Note, int UsesLeft, DateTimeOffset ExpiresAt);

/// <summary>A member, as other members see them.</summary>
public sealed record MemberCard(Guid Id, string Handle, string DisplayName, string Did);
