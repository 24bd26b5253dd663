using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Members;

namespace PostMoney.Core.Grants;

/// <summary>
/// Opens a payload for somebody whose passport the node keeps: their passphrase once more, then a grant as for everybody,
/// then the parts as text. Doing it again opens anew, and is written down again.
/// </summary>
public sealed class OpenOnNode(ConfirmPassphrase confirm, RequestGrant request)
{
    /// <summary>Opens it.</summary>
    /// <param name="me">Who is signed in.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="passphrase">Their passphrase, said for this.</param>
    /// <param name="lifetime">How long it should stay open, at most <see cref="RequestGrant.LongestLifetime"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The parts, or <see cref="MemberRefusals.WrongPassphrase"/>, or <see cref="ItemRefusals.NotFound"/> where they may not at the moment.</returns>
    public async Task<Result<OpenedPayload>> ExecuteAsync(SignedIn me, Guid itemId, string passphrase, TimeSpan lifetime, CancellationToken ct)
    {
        var confirmed = await confirm.ExecuteAsync(me, passphrase, ct);
        if (!confirmed.TryGet(out var passport))
        {
            return confirmed.Refusal;
        }

        using (passport)
        {
            var granted = await request.ExecuteAsync(me.Viewer, itemId, lifetime, ct);
            return granted.TryGet(out var grant)
                ? new OpenedPayload(grant.TryOpen(passport) ?? [], grant.ExpiresAt)
                : granted.Refusal;
        }
    }
}

/// <summary>A payload in the clear, for one answer.</summary>
/// <param name="Parts">Its parts.</param>
/// <param name="ClosesAt">Until when it may be shown.</param>
public sealed record OpenedPayload(IReadOnlyList<OpenedPart> Parts, DateTimeOffset ClosesAt);
