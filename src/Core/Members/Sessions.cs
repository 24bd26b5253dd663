using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Members;

/// <summary>Opens, finds and ends sessions.</summary>
public sealed class Sessions(PostMoneyDb db, Viewers viewers, Randomness randomness, TimeProvider clock)
{
    /// <summary>How long one stays signed in with a passport of one's own.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How long with a passport that the node keeps: shorter, since the session can sign.</summary>
    public static readonly TimeSpan LifetimeOnNode = TimeSpan.FromHours(12);

    private static readonly Func<PostMoneyDb, byte[], DateTimeOffset, Task<Found?>> _find = EF.CompileAsyncQuery(
        (PostMoneyDb db, byte[] hash, DateTimeOffset now) => db.Sessions.AsNoTracking()
            .Where(session => session.IdHash == hash && session.ExpiresAt > now)
            .Join(db.Members, session => session.MemberId, member => member.Id, (session, member) => new Found(
                member.Id, member.Did, member.Handle, member.DisplayName, member.Custody, member.State, member.Theme, member.Scheme,
                session.Unlocked, session.LastSeenAt))
            .FirstOrDefault());

    /// <summary>Opens a session within the caller's change.</summary>
    /// <returns>The token for the cookie.</returns>
    internal string Open(Member member, string device, SessionToken token, byte[]? unlocked)
    {
        var now = clock.GetUtcNow();
        db.Sessions.Add(new Session
        {
            IdHash = token.Hash(),
            MemberId = member.Id,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + (member.Custody == Custody.Node ? LifetimeOnNode : Lifetime),
            Device = device.Length > 80 ? device[..80] : device,
            Unlocked = unlocked,
        });
        return token.Text;
    }

    internal SessionToken NewToken() => new(Base64Url.EncodeToString(randomness.Bytes(32)));

    /// <summary>Who is signed in with the token, or null.</summary>
    public async Task<SignedIn?> FindAsync(string token, CancellationToken ct)
    {
        var held = new SessionToken(token);
        var now = clock.GetUtcNow();
        if (await _find(db, held.Hash(), now) is not { } found)
        {
            return null;
        }

        if (now - found.LastSeenAt > TimeSpan.FromHours(1))
        {
            await TouchAsync(held, now, ct);
        }

        var viewer = await viewers.OfAsync(found.Id, found.Did, ct);
        return new SignedIn(viewer, found.Handle, found.DisplayName, found.Custody, found.Theme, found.Scheme, held, found.Unlocked);
    }

    /// <summary>Ends the session. Doing it twice changes nothing.</summary>
    public async Task EndAsync(string token, CancellationToken ct)
    {
        var hash = new SessionToken(token).Hash();
        await using var change = await db.BeginChangeAsync(ct);
        await db.Sessions.Where(session => session.IdHash == hash).ExecuteDeleteAsync(ct);
        await change.SaveAsync(ct);
    }

    /// <summary>Ends all other sessions of the member.</summary>
    public async Task EndOthersAsync(SignedIn me, CancellationToken ct)
    {
        var hash = me.Token.Hash();
        await using var change = await db.BeginChangeAsync(ct);
        await db.Sessions.Where(session => session.MemberId == me.Viewer.Id && session.IdHash != hash).ExecuteDeleteAsync(ct);
        await change.SaveAsync(ct);
    }

    private async Task TouchAsync(SessionToken token, DateTimeOffset now, CancellationToken ct)
    {
        var hash = token.Hash();
        await using var change = await db.BeginChangeAsync(ct);
        await db.Sessions.Where(session => session.IdHash == hash)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.LastSeenAt, now), ct);
        await change.SaveAsync(ct);
    }

    private sealed record Found(
        Guid Id, string Did, string Handle, string DisplayName, Custody Custody, MemberState State, string? Theme, string? Scheme,
        byte[]? Unlocked, DateTimeOffset LastSeenAt);
}

/// <summary>The secret in a session's cookie.</summary>
/// <param name="Text">32 random bytes, base64url.</param>
public readonly record struct SessionToken(string Text)
{
    /// <inheritdoc />
    public override string ToString() => "(session token)";

    internal byte[] Hash() => SHA256.HashData(Bytes());

    internal byte[] Bytes() => System.Text.Encoding.UTF8.GetBytes(Text);
}

/// <summary>Somebody who is signed in, for the length of one request.</summary>
/// <param name="Viewer">What they belong to.</param>
/// <param name="Handle">Their handle.</param>
/// <param name="DisplayName">Their name.</param>
/// <param name="Custody">Who keeps their passport.</param>
/// <param name="Theme">The theme they chose.</param>
/// <param name="Scheme">The colours they chose.</param>
/// <param name="Token">The session's secret.</param>
/// <param name="Unlocked">Their node-held passport, still wrapped.</param>
public sealed record SignedIn(
    Viewer Viewer, string Handle, string DisplayName, Custody Custody, string? Theme, string? Scheme, SessionToken Token, byte[]? Unlocked)
{
    /// <summary>Their node-held passport, ready to sign, or null where they keep it themselves. Dispose it.</summary>
    public UnlockedPassport? OpenPassport() =>
        Unlocked is null ? null : PassportVault.Open(Viewer.Did!, Unlocked, Token.Bytes());
}
