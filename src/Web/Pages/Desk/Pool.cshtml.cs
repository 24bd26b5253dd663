using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Categories;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>A pool gets other rules or another rhythm, or is closed.</summary>
public sealed class PoolModel(PoolList pools, ChangePool change, ClosePool close) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string PolicyName { get; set; } = "";

    [BindProperty]
    public string RoundHours { get; set; } = "";

    public PoolCard Pool { get; private set; } = null!;

    public IReadOnlyList<FieldOption> PolicyOptions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        (PolicyName, RoundHours) = (Pool.PolicyName, $"{Pool.RoundHours}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var changed = await change.ExecuteAsync(Viewer, Id, PolicyName, Posted.WholeNumber(RoundHours), ct);
        return changed.IsGranted ? Next("/desk/rounds", "Changed, from the next round on.")
            : await LoadAsync(ct) ? Refuse(changed.Refusals)
            : NotFound();
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        var closed = await close.ExecuteAsync(Viewer, Id, ct);
        return closed.IsGranted ? Next("/desk/rounds", "The pool is closed. Its open round is still drawn, and no other follows.")
            : await LoadAsync(ct) ? Refuse(closed.Refusals)
            : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var pool = (await pools.OpenAsync(Viewer, ct)).FirstOrDefault(pool => pool.Id == Id && pool.IStewardIt);
        Pool = pool!;
        PolicyOptions = [.. (await pools.PoliciesAsync(ct)).Select(policy => new FieldOption(policy.Name, policy.Name))];
        return pool is not null;
    }
}
