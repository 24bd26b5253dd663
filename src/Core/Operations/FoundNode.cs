using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Members;
using PostMoney.Core.Passports;
using PostMoney.Core.Relations;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Operations;

/// <summary>
/// First start: the node gets its passport, its name, its categories, policies and pools, and its first steward. All of
/// it at once, and only once.
/// </summary>
public sealed class FoundNode(
    PostMoneyDb db, NodeSettings settings, NodePassports passports, PassportVault vault, Challenges challenges, Enrolment enrolment,
    RelationBook relations, AddCategory categories, AdoptPolicy policies, OpenPool pools, AuditLog log)
{
    private static readonly Refusal _founded = new(
        RefusalKind.Conflict, "node.founded", "This node was set up already. Please sign in.");

    /// <summary>Whether it was founded.</summary>
    public async Task<bool> IsFoundedAsync(CancellationToken ct) => await settings.FindAsync(NodeSettings.Did, ct) is not null;

    /// <summary>Founds it; the first steward keeps their own passport.</summary>
    public async Task<Result<Member>> WithPassportAsync(
        NodeForm node, JoinRequest steward, PossessionProof proof, string origin, CancellationToken ct)
    {
        if (Problems(node, steward) is { Count: > 0 } problems)
        {
            return problems;
        }

        var proved = await challenges.SpendAsync(ChallengePurpose.Join, origin, proof, ct);
        return proved.TryGet(out var did)
            ? await FoundAsync(node, steward, () => did.Value, Custody.Member, ct)
            : proved.Refusal;
    }

    /// <summary>Founds it; the node keeps the first steward's passport under a passphrase.</summary>
    public async Task<Result<Member>> OnNodeAsync(NodeForm node, JoinRequest steward, string passphrase, CancellationToken ct)
    {
        var problems = Problems(node, steward);
        if (!JoinRequest.IsPassphrase(passphrase))
        {
            problems.Add(MemberRefusals.Passphrase);
        }

        return problems.Count > 0 ? problems : await FoundAsync(node, steward, () => vault.Create(passphrase).Value, Custody.Node, ct);
    }

    private static List<Refusal> Problems(NodeForm node, JoinRequest steward) => [.. node.Problems(), .. steward.Problems()];

    private async Task<Result<Member>> FoundAsync(
        NodeForm node, JoinRequest steward, Func<string> passport, Custody custody, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(ct);
        if (await IsFoundedAsync(ct))
        {
            return _founded;
        }

        await settings.SetAsync(NodeSettings.Did, passports.Create(NodePassports.Node).Value, ct);
        await node.SaveAsync(settings, ct);
        var enrolled = await enrolment.AddAsync(steward, passport(), custody, MemberState.Active, ct);
        if (!enrolled.TryGet(out var member))
        {
            return enrolled.Refusal;
        }

        relations.ToNode(member.Id, RelationNames.Steward, grantedBy: null);
        categories.AddShipped();
        await db.SaveChangesAsync(ct);
        await OpenPoolsAsync(ct);
        await log.AppendAsync("node.founded", member.Did, "node", null, ct);
        await change.SaveAsync(ct);
        return member;
    }

    private async Task OpenPoolsAsync(CancellationToken ct)
    {
        foreach (var start in StartingPools.All)
        {
            var policy = await policies.AddAsync(start.PolicyName, start.PolicyKind, start.Parameters, authorId: null, ct);
            _ = policy.Value;
            await db.SaveChangesAsync(ct);
            await pools.AddAsync(new PoolForm(start.Name, start.Topic, start.PolicyName, start.RoundHours), ct);
        }
    }
}
