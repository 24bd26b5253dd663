using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Members;

/// <summary>Decides whether somebody may join, by the node's mode and the invitation they bring.</summary>
public sealed class Invitations(PostMoneyDb db, NodeSettings settings, TimeProvider clock)
{
    internal static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim()));

    /// <summary>The state in which somebody begins; a used invitation is counted.</summary>
    internal async Task<Result<MemberState>> AdmitAsync(string? code, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(code))
        {
            var hash = HashOf(code);
            var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.CodeHash == hash, ct);
            if (invitation is null || !invitation.IsValidAt(clock.GetUtcNow()))
            {
                return MemberRefusals.Invitation;
            }

            invitation.UsesLeft--;
            return MemberState.Active;
        }

        return await settings.FindAsync(NodeSettings.Joining, ct) switch
        {
            JoiningModes.Open => MemberState.Active,
            JoiningModes.Approval => MemberState.Pending,
            _ => MemberRefusals.Invitation,
        };
    }
}

/// <summary>How one becomes a member.</summary>
public static class JoiningModes
{
    /// <summary>Anybody can.</summary>
    public const string Open = "open";

    /// <summary>Anybody can ask; a steward decides.</summary>
    public const string Approval = "approval";

    /// <summary>With an invitation only.</summary>
    public const string Invitation = "invitation";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Open, Approval, Invitation];
}
