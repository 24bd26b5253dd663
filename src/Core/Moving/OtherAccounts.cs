using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Moving;

/// <summary>Which other accounts somebody says are theirs, and how far that is shown.</summary>
public sealed class OtherAccounts(PostMoneyDb db)
{
    /// <summary>Those that an actor names, in its order.</summary>
    public async Task<IReadOnlyList<OtherAccount>> OfAsync(Actor actor, CancellationToken ct)
    {
        var uris = actor.AlsoKnownAs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = uris.Length == 0
            ? []
            : await db.Actors.AsNoTracking().Where(other => uris.Contains(other.Uri)).ToDictionaryAsync(other => other.Uri, ct);
        return [.. uris.Select(uri => known.TryGetValue(uri, out var other) ? Known(actor, other) : new OtherAccount(uri, null, uri, IsLocal: false, AccountBond.OneSaysSo))];
    }

    /// <summary>Where an actor has moved, or null.</summary>
    public async Task<OtherAccount?> SuccessorOfAsync(Actor actor, CancellationToken ct) => actor.MovedTo is not { } uri ? null
        : await db.Actors.AsNoTracking().FirstOrDefaultAsync(other => other.Uri == uri, ct) is { } other ? Known(actor, other)
        : new OtherAccount(uri, null, uri, IsLocal: false, AccountBond.OneSaysSo);

    private static OtherAccount Known(Actor actor, Actor other) => new(
        other.Uri, other.Address, other.Page, other.IsLocal,
        actor.SharesPassportWith(other) ? AccountBond.OnePassport
            : other.Claims(actor.Uri) || other.MovedTo == actor.Uri || actor.MovedTo == other.Uri ? AccountBond.BothSaySo
            : AccountBond.OneSaysSo);
}

/// <summary>Another account of somebody's.</summary>
/// <param name="Uri">Its id.</param>
/// <param name="Address">How people write it; null where it was never met.</param>
/// <param name="Page">Its own page.</param>
/// <param name="IsLocal">Whether it is of this node.</param>
/// <param name="Bond">How far it is shown that both are one person's.</param>
public sealed record OtherAccount(string Uri, string? Address, string Page, bool IsLocal, AccountBond Bond);

/// <summary>How far it is shown that two accounts are one person's.</summary>
public enum AccountBond
{
    /// <summary>One of them says so.</summary>
    OneSaysSo,

    /// <summary>Both say so, which their servers vouch for.</summary>
    BothSaySo,

    /// <summary>Both carry a statement by one passport, which nobody can make up who does not hold it.</summary>
    OnePassport,
}
