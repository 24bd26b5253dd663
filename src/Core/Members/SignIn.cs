using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Foundation;
using PostMoney.Core.Passports;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Members;

/// <summary>A member signs in: by signing a challenge, or with the passphrase of a passport that the node keeps.</summary>
public sealed class SignIn(PostMoneyDb db, Challenges challenges, PassportVault vault, Sessions sessions)
{
    /// <summary>Signs in with a passport of one's own.</summary>
    /// <returns>The session's token.</returns>
    public async Task<Result<string>> WithPassportAsync(PossessionProof proof, string origin, string device, CancellationToken ct)
    {
        var proved = await challenges.SpendAsync(ChallengePurpose.SignIn, origin, proof, ct);
        if (!proved.TryGet(out var did))
        {
            return proved.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var member = await db.Members.FirstOrDefaultAsync(m => m.Did == did.Value, ct);
        if (member is null)
        {
            return MemberRefusals.NoMember;
        }

        if (Closed(member) is { } closed)
        {
            return closed;
        }

        var token = sessions.Open(member, device, sessions.NewToken(), unlocked: null);
        await change.SaveAsync(ct);
        return token;
    }

    /// <summary>Signs in with a handle and a passphrase. A wrong handle takes as long as a wrong passphrase.</summary>
    /// <returns>The session's token.</returns>
    public async Task<Result<string>> WithPassphraseAsync(string handle, string passphrase, string device, CancellationToken ct)
    {
        var known = await db.Members.AsNoTracking()
            .Where(m => m.Handle == handle && m.Custody == Custody.Node)
            .FirstOrDefaultAsync(ct);
        var token = sessions.NewToken();
        var tooLong = passphrase.Length > PassportVault.LongestPassphrase;
        var unlocked = await vault.UnlockAsync(known?.Did ?? "", tooLong ? "" : passphrase, token.Bytes(), ct);
        if (known is null || unlocked is null)
        {
            return MemberRefusals.SignIn;
        }

        if (Closed(known) is { } closed)
        {
            return closed;
        }

        await using var change = await db.BeginChangeAsync(ct);
        sessions.Open(known, device, token, unlocked);
        await change.SaveAsync(ct);
        return token.Text;
    }

    private static Refusal? Closed(Member member) => member.State switch
    {
        // Whoever is suspended comes in to read why and to appeal, and may do nothing else: they belong to nothing (Viewers).
        MemberState.Active or MemberState.Suspended => null,
        MemberState.Pending => MemberRefusals.StillPending,
        _ => MemberRefusals.Closed,
    };
}
