using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;

namespace PostMoney.Core.Operations;

/// <summary>A steward decides how another server is treated, or lifts what was decided.</summary>
public sealed class DecideAboutHost(PostMoneyDb db, AccessCheck access, NodeAddress address, AuditLog log, TimeProvider clock)
{
    /// <summary>Most characters of a reason.</summary>
    public const int MostReason = 500;

    private static readonly Refusal _host = new(RefusalKind.Invalid, "host.name", "Write the name of a server, such as example.org.", "Host");

    private static readonly Refusal _reason = new(RefusalKind.Invalid, "host.reason", $"Say why, in at most {MostReason} characters.", "Reason");

    /// <summary>Decides about a host, with a reason; a decision before it is replaced.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, string host, HostSeverity severity, string reason, DateTimeOffset? endsAt, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var name = host.Trim().ToLowerInvariant();
        if (!IsHost(name) || (address.IsKnown && name == address.Host))
        {
            return _host;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MostReason)
        {
            return _reason;
        }

        await using var change = await db.BeginChangeAsync(ct);
        await db.HostRules.Where(rule => rule.Host == name).ExecuteDeleteAsync(ct);
        db.HostRules.Add(new HostRule
        {
            Host = name,
            Severity = severity,
            Reason = reason.Trim(),
            DecidedBy = viewer.Id,
            DecidedAt = clock.GetUtcNow(),
            EndsAt = endsAt,
        });
        await log.AppendAsync($"host.{severity.ToString().ToLowerInvariant()}", viewer.Did!, $"host:{name}", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }

    /// <summary>Whether it is a name of a server, with a port perhaps.</summary>
    internal static bool IsHost(string name) =>
        name.Length is > 0 and <= 253 && !name.Any(char.IsWhiteSpace) && Uri.CheckHostName(name.Split(':')[0]) == UriHostNameType.Dns && !name.StartsWith('.');

    /// <summary>Decisions whose time is over are forgotten; the log keeps that there were some.</summary>
    public async Task ForgetEndedAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await db.HostRules.AnyAsync(rule => rule.EndsAt <= now, ct))
        {
            return;
        }

        await using var change = await db.BeginChangeAsync(ct);
        foreach (var rule in await db.HostRules.Where(rule => rule.EndsAt <= now).ToListAsync(ct))
        {
            db.HostRules.Remove(rule);
            await log.AppendAsync("host.ended", "node", $"host:{rule.Host}", null, ct);
        }

        await change.SaveAsync(ct);
    }

    /// <summary>Takes a decision about a host back.</summary>
    public async Task<Result<Done>> LiftAsync(Viewer viewer, string host, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (await db.HostRules.Where(rule => rule.Host == host).ExecuteDeleteAsync(ct) > 0)
        {
            await log.AppendAsync("host.lifted", viewer.Did!, $"host:{host}", null, ct);
        }

        await change.SaveAsync(ct);
        return Done.Value;
    }
}
