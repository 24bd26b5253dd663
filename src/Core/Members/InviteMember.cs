using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;

namespace PostMoney.Core.Members;

/// <summary>A steward makes an invitation, or withdraws one.</summary>
public sealed class InviteMember(
    PostMoneyDb db, AccessCheck access, AuditLog log, NodeIds ids, Randomness randomness, TimeProvider clock)
{
    /// <summary>Most people that one invitation can admit.</summary>
    public const int MostUses = 100;

    /// <summary>Makes an invitation.</summary>
    /// <param name="viewer">Who invites.</param>
    /// <param name="note">For whom, at most 200 characters; stewards see it.</param>
    /// <param name="uses">How many may join with it, 1 to <see cref="MostUses"/>.</param>
    /// <param name="lifetime">How long it is valid, 1 hour to 90 days.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The code; it cannot be read again.</returns>
    public async Task<Result<string>> ExecuteAsync(Viewer viewer, string note, int uses, TimeSpan lifetime, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.DecideMembership, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var problems = new List<Refusal>();
        if (note.Length > 200)
        {
            problems.Add(new(RefusalKind.Invalid, "invitation.note", "Keep the note under 200 characters.", "Note"));
        }

        if (uses is < 1 or > MostUses)
        {
            problems.Add(new(RefusalKind.Invalid, "invitation.uses", $"Between 1 and {MostUses} people.", "Uses"));
        }

        if (lifetime < TimeSpan.FromHours(1) || lifetime > TimeSpan.FromDays(90))
        {
            problems.Add(new(RefusalKind.Invalid, "invitation.lifetime", "Between 1 hour and 90 days.", "Days"));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var code = Base64Url.EncodeToString(randomness.Bytes(18));
        var now = clock.GetUtcNow();
        await using var change = await db.BeginChangeAsync(ct);
        var invitation = new Invitation
        {
            Id = ids.Next(),
            CodeHash = Invitations.HashOf(code),
            CreatedBy = viewer.Id,
            Note = note.Trim(),
            UsesLeft = uses,
            ExpiresAt = now + lifetime,
            CreatedAt = now,
        };
        db.Invitations.Add(invitation);
        await log.AppendAsync("invitation.made", viewer.Did!, $"invitation:{invitation.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return code;
    }

    /// <summary>Withdraws an invitation. Doing it twice changes nothing.</summary>
    public async Task<Result<Done>> RevokeAsync(Viewer viewer, Guid invitationId, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.DecideMembership, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.Id == invitationId, ct);
        if (invitation is null)
        {
            return new Refusal(RefusalKind.NotFound, "invitation.not-found", "There is no such invitation.");
        }

        invitation.RevokedAt ??= clock.GetUtcNow();
        await log.AppendAsync("invitation.withdrawn", viewer.Did!, $"invitation:{invitation.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
