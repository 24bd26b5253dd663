using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Governance;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>The rules that this node has adopted.</summary>
public sealed class PoliciesModel(PoolList pools) : NodePage
{
    public IReadOnlyList<Policy> Policies { get; private set; } = [];

    public ILookup<string, string> PoolNames { get; private set; } = Array.Empty<string>().ToLookup(name => name);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Policies = await pools.PoliciesAsync(ct);
        PoolNames = (await pools.OpenAsync(Viewer, ct)).ToLookup(pool => pool.PolicyName, pool => pool.Name);
    }
}
