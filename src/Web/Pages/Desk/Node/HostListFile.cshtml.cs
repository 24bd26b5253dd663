using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Operations;
using PostMoney.Web.Downloads;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>What was decided about servers, as a list that Mastodon and its kin read.</summary>
public sealed class HostListFileModel(ImportHostList import) : NodePage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var rules = await import.ExportAsync(Viewer, ct);
        return new TableDownload(
            "servers", isJson: false, HostList.Columns,
            rules.Select(rule => (IReadOnlyList<string?>)[rule.Host, HostList.Word(rule.Severity), "false", "false", "", "false"]).ToAsyncEnumerable());
    }
}
