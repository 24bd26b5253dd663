using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Governance;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>What other rules would make of the needs that a round has gathered.</summary>
public sealed class CompareModel(DeskRounds rounds, PoolList pools, ComparePolicies compare) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public DeskRound Round { get; private set; } = null!;

    public IReadOnlyList<Policy> Policies { get; private set; } = [];

    public PolicyComparison? Comparison { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var compared = await compare.ExecuteAsync(Viewer, Id, Chosen, ct);
        if (!compared.TryGet(out var comparison))
        {
            return Refuse([.. compared.Refusals]);
        }

        Comparison = comparison;
        return Page();
    }

    /// <summary>Tenths and hundredths as people write them.</summary>
    public static string Written(int value, int places) => places == 1
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value / 10}.{value % 10}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value / 100}.{value % 100:00}");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Round = (await rounds.FindAsync(Viewer, Id, ct))!;
        Policies = Round is null ? [] : await pools.PoliciesAsync(ct);
        return Round is { State: RoundState.Collecting };
    }
}
