using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using PostMoney.Core.Governance;
using PostMoney.Core.Log;

namespace PostMoney.Core.Allocation.Pools;

/// <summary>A steward adopts a policy, or the next version of one. Rounds that are open keep the version they opened with.</summary>
public sealed class AdoptPolicy(PostMoneyDb db, AccessCheck access, AuditLog log, NodeIds ids, TimeProvider clock)
{
    /// <summary>Adopts it.</summary>
    /// <param name="viewer">Who adopts it.</param>
    /// <param name="name">What people call it; small letters, digits, hyphens.</param>
    /// <param name="kind">One of <see cref="PolicyCatalog.Kinds"/>.</param>
    /// <param name="chosen">Its parameters by name; those left out have their default.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Guid>> ExecuteAsync(
        Viewer viewer, string name, string kind, IReadOnlyDictionary<string, long> chosen, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var added = await AddAsync(name, kind, chosen, viewer.MemberId, ct);
        if (!added.TryGet(out var policy))
        {
            return added.Refusals.ToList();
        }

        await log.AppendAsync("policy.adopted", viewer.Did!, $"policy:{policy.Id:D}", policy.Hash, ct);
        await change.SaveAsync(ct);
        return policy.Id;
    }

    /// <summary>Adopts a policy within the caller's change.</summary>
    internal async Task<Result<Policy>> AddAsync(
        string name, string kind, IReadOnlyDictionary<string, long> chosen, Guid? authorId, CancellationToken ct)
    {
        if (name.Length is < 2 or > 40 || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            return new Refusal(RefusalKind.Invalid, "policy.name", "2 to 40 small letters, digits or hyphens.", "Name");
        }

        var newest = await db.Policies.Where(p => p.Name == name).MaxAsync(p => (int?)p.Version, ct);
        var version = (newest ?? 0) + 1;
        var created = PolicyCatalog.Create(kind, new PolicyName(name, version), chosen);
        if (!created.TryGet(out var rules))
        {
            return created.Refusals.ToList();
        }

        var policy = new Policy
        {
            Id = ids.Next(),
            Name = name,
            Version = version,
            Kind = kind,
            Parameters = rules.Parameters.ToJson(),
            Hash = Convert.FromHexString(rules.Hash),
            AuthorId = authorId,
            EffectiveAt = clock.GetUtcNow(),
        };
        db.Policies.Add(policy);
        return policy;
    }
}
