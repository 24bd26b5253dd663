using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Rounds;

/// <summary>What everybody may know of one round.</summary>
public sealed class RoundModel(RoundPages rounds) : NodePage
{
    public RoundPage Round { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var round = await rounds.FindAsync(Viewer, id, ct);
        Round = round!;
        return round is null ? NotFound() : Page();
    }
}
