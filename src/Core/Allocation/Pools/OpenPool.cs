using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Log;

namespace PostMoney.Core.Allocation.Pools;

/// <summary>A steward opens a pool; its first round opens with it.</summary>
public sealed class OpenPool(PostMoneyDb db, AccessCheck access, OpenRound openRound, AuditLog log, NodeIds ids, TimeProvider clock)
{
    /// <summary>Opens it.</summary>
    public async Task<Result<Guid>> ExecuteAsync(Viewer viewer, PoolForm form, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Allot, Resource.GroupOrNode(form.GroupId), ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (await ProblemAsync(form, ct) is { } problem)
        {
            return problem;
        }

        var pool = await AddAsync(form, ct);
        await log.AppendAsync("pool.opened", viewer.Did!, $"pool:{pool.Id:D}", null, ct);
        await change.SaveAsync(ct);
        return pool.Id;
    }

    /// <summary>Opens a pool with its first round, within the caller's change.</summary>
    internal async Task<Pool> AddAsync(PoolForm form, CancellationToken ct)
    {
        var pool = new Pool
        {
            Id = ids.Next(),
            Name = form.Name.Trim(),
            Topic = form.Topic,
            OfferId = form.OfferId,
            GroupId = form.GroupId,
            PolicyName = form.PolicyName,
            RoundHours = form.RoundHours,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Pools.Add(pool);
        await openRound.AddAsync(pool, number: 1, ct);
        return pool;
    }

    private async Task<Refusal?> ProblemAsync(PoolForm form, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > 80 || form.Name.Any(char.IsControl))
        {
            return PoolRefusals.Name;
        }

        if (form.RoundHours is < Pool.FewestHours or > Pool.MostHours)
        {
            return PoolRefusals.Hours;
        }

        if (!await db.Categories.AnyAsync(category => category.Topic == form.Topic, ct))
        {
            return PoolRefusals.Topic;
        }

        if (form.OfferId is { } offer && !await db.Offers.AnyAsync(
            o => o.Id == offer && o.Topic == form.Topic && o.State == ItemState.Open, ct))
        {
            return PoolRefusals.Offer;
        }

        if (form.GroupId is { } group && !await db.Groups.AnyAsync(g => g.Id == group, ct))
        {
            return PoolRefusals.Group;
        }

        if (!await db.Policies.AnyAsync(policy => policy.Name == form.PolicyName, ct))
        {
            return PoolRefusals.Policy;
        }

        return await db.Pools.AnyAsync(
            pool => pool.ClosedAt == null && (form.OfferId == null
                ? pool.OfferId == null && pool.Topic == form.Topic
                : pool.OfferId == form.OfferId),
            ct)
            ? PoolRefusals.Taken
            : null;
    }
}

/// <summary>What a steward fills in to open a pool.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Topic">The topic.</param>
/// <param name="PolicyName">The policy.</param>
/// <param name="RoundHours">How many hours a round collects needs.</param>
/// <param name="OfferId">The one offer, or null.</param>
/// <param name="GroupId">The group that looks after it, or null.</param>
public sealed record PoolForm(
    string Name, string Topic, string PolicyName, int RoundHours, Guid? OfferId = null, Guid? GroupId = null);
