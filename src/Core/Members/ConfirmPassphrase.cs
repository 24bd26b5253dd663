using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Members;

/// <summary>
/// Somebody who is signed in says their passphrase once more before something that must not happen behind their back: an
/// open session alone opens nothing that is sealed.
/// </summary>
public sealed class ConfirmPassphrase(PassportVault vault)
{
    /// <summary>Opens a passport that the node keeps with its passphrase, and not with what the session holds.</summary>
    /// <returns>The passport, to be disposed, or <see cref="MemberRefusals.WrongPassphrase"/>, for one's own key too.</returns>
    public async Task<Result<UnlockedPassport>> ExecuteAsync(SignedIn me, string passphrase, CancellationToken ct)
    {
        var did = me.Viewer.Did!;
        var said = passphrase.Length > PassportVault.LongestPassphrase ? "" : passphrase;
        var unlocked = await vault.UnlockAsync(did, said, me.Token.Bytes(), ct);
        return unlocked is null ? MemberRefusals.WrongPassphrase : PassportVault.Open(did, unlocked, me.Token.Bytes());
    }
}
