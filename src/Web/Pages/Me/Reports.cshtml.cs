using PostMoney.Core.Moderation;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>What the member told the stewards, and what came of it.</summary>
public sealed class ReportsModel(OwnCases cases) : NodePage
{
    public IReadOnlyList<OwnReport> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Reports = await cases.ReportsAsync(Viewer, ct);
}
