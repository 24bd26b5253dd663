using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Operations;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Audit;

/// <summary>The log, for stewards and auditors. Nothing here changes anything.</summary>
public sealed class IndexModel(AuditPages audit) : NodePage
{
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>0 where the chain is whole, the first position that does not fit, or null where nobody asked.</summary>
    public long? Break { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? before, bool check, CancellationToken ct)
    {
        if (await audit.PageAsync(Viewer, before, ct) is not { } lines)
        {
            return NotFound();
        }

        Lines = lines;
        Break = check ? await audit.CheckChainAsync(Viewer, ct) : null;
        return Page();
    }
}
