using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Grants;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Audit;

/// <summary>Who opened what, for stewards and auditors.</summary>
public sealed class GrantsModel(Openings openings) : NodePage
{
    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken ct)
    {
        if (await openings.NewestAsync(Viewer, before, ct) is not { } found)
        {
            return NotFound();
        }

        Openings = found;
        return Page();
    }
}
