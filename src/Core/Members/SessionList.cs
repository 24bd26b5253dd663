using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Members;

/// <summary>Where a member is signed in, so that they notice a browser that is not theirs.</summary>
public sealed class SessionList(PostMoneyDb db, TimeProvider clock)
{
    /// <summary>Their sessions that are valid now, this one first, then the one used last.</summary>
    public async Task<IReadOnlyList<SessionLine>> OfAsync(SignedIn me, CancellationToken ct)
    {
        var (now, id, hash) = (clock.GetUtcNow(), me.Viewer.Id, me.Token.Hash());
        return await db.Sessions.AsNoTracking()
            .Where(session => session.MemberId == id && session.ExpiresAt > now)
            .OrderByDescending(session => session.IdHash == hash)
            .ThenByDescending(session => session.LastSeenAt)
            .Take(50)
            .Select(session => new SessionLine(session.Device, session.CreatedAt, session.LastSeenAt, session.IdHash == hash))
            .ToListAsync(ct);
    }
}

/// <summary>A browser in which somebody is signed in.</summary>
/// <param name="Device">What browser it is, in a few words.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastSeenAt">Last use, to the hour.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record SessionLine(string Device, DateTimeOffset Since, DateTimeOffset LastSeenAt, bool IsThis);
