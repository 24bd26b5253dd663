using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Foundation;
using PostMoney.Core.Queue;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>Opens a pool's next round: commits to a secret, and promises the draw.</summary>
public sealed class OpenRound(
    PostMoneyDb db, KeyWrapping wrapping, JobQueue queue, NodeIds ids, Randomness randomness, TimeProvider clock)
{
    /// <summary>Opens it within the caller's change, from now until the pool's hours have passed.</summary>
    internal async Task<Round> AddAsync(Pool pool, int number, CancellationToken ct)
    {
        var policy = db.Policies.Local.Where(p => p.Name == pool.PolicyName).OrderByDescending(p => p.Version).FirstOrDefault()
            ?? await db.Policies.AsNoTracking().Where(p => p.Name == pool.PolicyName).OrderByDescending(p => p.Version).FirstAsync(ct);
        var id = ids.Next();
        var secret = randomness.Bytes(Allocation.SeedCommitment.Size);
        var now = ToMinute(clock.GetUtcNow());
        var round = new Round
        {
            Id = id,
            PoolId = pool.Id,
            Number = number,
            PolicyId = policy.Id,
            OpensAt = now,
            ClosesAt = now.AddHours(pool.RoundHours),
            SeedCommitment = Allocation.SeedCommitment.To(secret).ToBytes(),
            SealedSeed = wrapping.Wrap(secret, Round.SeedPurpose(id)),
        };
        db.Rounds.Add(round);
        await queue.PromiseAsync(Round.CloseJob, round.Id, round.ClosesAt, ct);
        return round;
    }

    private static DateTimeOffset ToMinute(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds() / 60 * 60);
}
