using PostMoney.Core.Moderation;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>What stewards were told.</summary>
public sealed class ReportsModel(ReportDesk desk) : NodePage
{
    public IReadOnlyList<ReportLine> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Reports = await desk.ListAsync(Viewer, ct);
}
