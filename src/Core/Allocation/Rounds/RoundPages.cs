using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Explanations;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>What everybody may know of a round, and what each applicant may know of their own place in it.</summary>
public sealed class RoundPages(PostMoneyDb db, AccessCheck access)
{
    private readonly RoundAudience _audience = new(db);

    /// <summary>
    /// A round, or null. A group's round shows its transcript to the group and to auditors alone; any other to those who might have
    /// seen everything that is in it, see <see cref="RoundAudience"/>.
    /// </summary>
    public async Task<RoundPage?> FindAsync(Viewer viewer, Guid roundId, CancellationToken ct)
    {
        var found = await db.Rounds.AsNoTracking().Where(r => r.Id == roundId)
            .Join(db.Pools, round => round.PoolId, pool => pool.Id, (round, pool) => new { round, pool })
            .Join(db.Policies, line => line.round.PolicyId, policy => policy.Id, (line, policy) => new { line.round, line.pool, policy })
            .FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var (round, pool) = (found.round, found.pool);
        var mayRead = pool.GroupId is not { } group
            ? round.Transcript is { } transcript && await _audience.MayReadAsync(viewer, roundId, transcript, ct)
            : viewer.GroupIds.Contains(group)
            || viewer.StewardedGroupIds.Contains(group)
            || (await access.CheckAsync(viewer, Permission.Audit, Resource.Node, ct)).IsAllowed;
        var outcomes = await db.DrawnLines.AsNoTracking().Where(line => line.RoundId == roundId)
            .GroupBy(line => line.Outcome)
            .Select(lines => new { lines.Key, Count = lines.Count() })
            .ToDictionaryAsync(line => line.Key, line => PublicCount.Of(line.Count), ct);
        var voiding = await db.RoundVoidings.AsNoTracking().FirstOrDefaultAsync(v => v.RoundId == roundId && v.ConfirmedAt != null, ct);
        return new RoundPage(
            round.Id, pool.Id, pool.Name, pool.GroupId, round.Number, round.State, round.OpensAt, round.ClosesAt, round.DrawnAt,
            found.policy.Name, found.policy.Version, found.policy.Kind, found.policy.Parameters, Convert.ToHexStringLower(found.policy.Hash),
            Convert.ToHexStringLower(round.SeedCommitment), mayRead ? round.Transcript : null,
            round.TranscriptHash is null ? null : Convert.ToHexStringLower(round.TranscriptHash), mayRead ? round.Signature : null,
            outcomes, round.Problem, voiding is null ? null : new VoidNotice(voiding.Reason, voiding.ConfirmedAt!.Value));
    }

    /// <summary>The newest rounds that were drawn, or were to be.</summary>
    public async Task<IReadOnlyList<RoundCard>> DrawnAsync(int count, CancellationToken ct)
    {
        var rounds = await db.Rounds.AsNoTracking()
            .Where(round => round.State != RoundState.Collecting)
            .OrderByDescending(round => round.DrawnAt ?? round.ClosesAt)
            .Take(count)
            .Select(round => new
            {
                round.Id,
                Pool = db.Pools.Where(pool => pool.Id == round.PoolId).Select(pool => pool.Name).First(),
                round.Number,
                round.State,
                IsVoid = db.RoundVoidings.Any(v => v.RoundId == round.Id && v.ConfirmedAt != null),
                round.DrawnAt,
                Needs = db.DrawnLines.Count(line => line.RoundId == round.Id),
                Served = db.DrawnLines.Count(line => line.RoundId == round.Id && line.Outcome == "allotted"),
            })
            .ToListAsync(ct);
        return [.. rounds.Select(round => new RoundCard(
            round.Id, round.Pool, round.Number, round.State, round.IsVoid, round.DrawnAt, PublicCount.Of(round.Needs), PublicCount.Of(round.Served)))];
    }

    /// <summary>What the drawn rounds said about a need, newest first. For its author alone; others get nothing.</summary>
    public async Task<IReadOnlyList<OwnLine>> OwnLinesAsync(Viewer viewer, Guid needId, CancellationToken ct)
    {
        var need = await db.Needs.AsNoTracking().FirstOrDefaultAsync(n => n.Id == needId, ct);
        if (need is null || !AccessCheck.Owns(viewer, need))
        {
            return [];
        }

        var lines = await db.DrawnLines.AsNoTracking().Where(line => line.NeedId == needId)
            .Join(db.Rounds, line => line.RoundId, round => round.Id, (line, round) => new { line, round })
            .OrderByDescending(pair => pair.round.DrawnAt)
            .Take(20)
            .ToListAsync(ct);
        return [.. lines.Select(pair => new OwnLine(
            pair.round.Id, pair.round.Number, pair.round.DrawnAt!.Value, pair.line.Pseudonym, pair.line.Outcome,
            Explanation.FromJson(pair.line.Explanation)))];
    }

    /// <summary>The open round that a need takes part in, or null.</summary>
    public async Task<OpenRoundCard?> OpenForAsync(string topic, Guid? askedOfferId, CancellationToken ct)
    {
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.State == RoundState.Collecting)
            .Join(db.Pools.Where(pool => pool.ClosedAt == null && pool.Topic == topic), round => round.PoolId, pool => pool.Id,
                (round, pool) => new { round.Id, pool.Name, round.Number, round.ClosesAt, pool.OfferId })
            .ToListAsync(ct);
        var found = rounds.FirstOrDefault(round => askedOfferId is not null && round.OfferId == askedOfferId)
            ?? rounds.FirstOrDefault(round => round.OfferId is null);
        return found is null ? null : new OpenRoundCard(found.Id, found.Name, found.Number, found.ClosesAt);
    }
}

/// <summary>A round for everybody; <c>Outcomes</c> counts needs by the name of a <see cref="Reason"/>.</summary>
public sealed record RoundPage(
    Guid Id, Guid PoolId, string PoolName, Guid? GroupId, int Number, RoundState State, DateTimeOffset OpensAt, DateTimeOffset ClosesAt,
    DateTimeOffset? DrawnAt, string PolicyName, int PolicyVersion, string PolicyKind, string PolicyParameters, string PolicyHash,
    string Commitment, byte[]? Transcript, string? TranscriptHash, string? Signature, IReadOnlyDictionary<string, PublicCount> Outcomes,
    string? Problem, VoidNotice? Void);

/// <summary>A round was declared void by two stewards. Their names are in the log and not here.</summary>
public sealed record VoidNotice(string Reason, DateTimeOffset At);

/// <summary>A drawn round in a list.</summary>
public sealed record RoundCard(
    Guid Id, string PoolName, int Number, RoundState State, bool IsVoid, DateTimeOffset? DrawnAt, PublicCount Needs, PublicCount Served);

/// <summary>What a round said about one's own need.</summary>
public sealed record OwnLine(
    Guid RoundId, int RoundNumber, DateTimeOffset DrawnAt, string Pseudonym, string Outcome, Explanation Explanation);

/// <summary>An open round.</summary>
public sealed record OpenRoundCard(Guid Id, string PoolName, int Number, DateTimeOffset ClosesAt);
