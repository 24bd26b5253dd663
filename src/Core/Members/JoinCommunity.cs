using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Notifications;
using PostMoney.Core.Passports;
using PostMoney.Core.Relations;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Members;

/// <summary>Somebody becomes a member, or asks to: with a passport of their own, or with one that the node keeps for them.</summary>
public sealed class JoinCommunity(
    PostMoneyDb db, Challenges challenges, PassportVault vault, Invitations invitations, Enrolment enrolment)
{
    /// <summary>Joins with a passport that the member keeps.</summary>
    /// <param name="request">What they tell.</param>
    /// <param name="proof">That they hold the passport.</param>
    /// <param name="origin">This site.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Member>> WithPassportAsync(JoinRequest request, PossessionProof proof, string origin, CancellationToken ct)
    {
        if (request.Problems() is { Count: > 0 } problems)
        {
            return problems;
        }

        var proved = await challenges.SpendAsync(ChallengePurpose.Join, origin, proof, ct);
        if (!proved.TryGet(out var did))
        {
            return proved.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        return await EnrolAsync(change, request, did.Value, Custody.Member, ct);
    }

    /// <summary>Joins with a passport that the node makes and keeps under a passphrase.</summary>
    public async Task<Result<Member>> OnNodeAsync(JoinRequest request, string passphrase, CancellationToken ct)
    {
        var problems = request.Problems();
        if (!JoinRequest.IsPassphrase(passphrase))
        {
            problems.Add(MemberRefusals.Passphrase);
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        // Before the change: stretching a passphrase takes a while, in which nobody else should have to wait.
        var did = vault.Create(passphrase);
        await using var change = await db.BeginChangeAsync(ct);
        return await EnrolAsync(change, request, did.Value, Custody.Node, ct);
    }

    private async Task<Result<Member>> EnrolAsync(Change change, JoinRequest request, string did, Custody custody, CancellationToken ct)
    {
        var admission = await invitations.AdmitAsync(request.Invitation, ct);
        if (!admission.TryGet(out var state))
        {
            return admission.Refusal;
        }

        var enrolled = await enrolment.AddAsync(request, did, custody, state, ct);
        if (enrolled.IsGranted)
        {
            await change.SaveAsync(ct);
        }

        return enrolled;
    }
}

/// <summary>Writes a new member with all that belongs to one, within the caller's change.</summary>
public sealed class Enrolment(
    PostMoneyDb db, RelationBook relations, AuditLog log, Notifier notifier, NodeIds ids, TimeProvider clock)
{
    internal async Task<Result<Member>> AddAsync(
        JoinRequest request, string did, Custody custody, MemberState state, CancellationToken ct)
    {
        if (await db.Members.AnyAsync(member => member.Did == did, ct))
        {
            return MemberRefusals.PassportKnown;
        }

        if (await db.Members.AnyAsync(member => member.Handle == request.Handle, ct))
        {
            return MemberRefusals.HandleTaken;
        }

        var member = new Member
        {
            Id = ids.Next(),
            Did = did,
            Handle = request.Handle,
            DisplayName = request.DisplayName.Trim(),
            Custody = custody,
            State = state,
            Application = request.Application.Trim(),
            JoinedAt = clock.GetUtcNow(),
        };
        db.Members.Add(member);
        if (state == MemberState.Active)
        {
            relations.ToNode(member.Id, RelationNames.Member, grantedBy: null);
        }
        else
        {
            await notifier.TellStewardsAsync("member.applied", "member", member.Id, $"{member.DisplayName} asks to join.", ct);
        }

        await log.AppendAsync("member.joined", did, $"member:{member.Id:D}", null, ct);
        return member;
    }
}
