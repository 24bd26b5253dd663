using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Moving;

/// <summary>What a member sees of their account when they want to move.</summary>
public sealed class MovingPages(PostMoneyDb db, OtherAccounts others, NodeAddress address)
{
    /// <summary>The member's page. Looking at it makes no actor.</summary>
    public async Task<MovingPage> OfAsync(Viewer viewer, string handle, CancellationToken ct)
    {
        var me = await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.LocalId == viewer.Id && actor.Host == address.Host, ct);
        return new MovingPage(
            address.IsKnown,
            address.OfMember(handle),
            $"@{handle}@{address.Host}",
            me is null ? [] : await others.OfAsync(me, ct),
            HasStatement: me?.Statement is not null,
            me is null ? null : await others.SuccessorOfAsync(me, ct),
            me?.MovedAt,
            me is null ? null : MoveRules.MayMoveAgainAt(me));
    }
}

/// <summary>A member's account, seen by itself.</summary>
/// <param name="HasPlace">Whether this node is on the fediverse at all.</param>
/// <param name="Uri">The account's id.</param>
/// <param name="Address">How people write it.</param>
/// <param name="Aliases">Former accounts that it names.</param>
/// <param name="HasStatement">Whether its document carries a statement by the member's passport.</param>
/// <param name="MovedTo">Where it has moved, or null.</param>
/// <param name="MovedAt">When it last moved, or null.</param>
/// <param name="MayMoveAt">When it may move once more; null where it has never moved.</param>
public sealed record MovingPage(
    bool HasPlace, string Uri, string Address, IReadOnlyList<OtherAccount> Aliases, bool HasStatement, OtherAccount? MovedTo,
    DateTimeOffset? MovedAt, DateTimeOffset? MayMoveAt);
