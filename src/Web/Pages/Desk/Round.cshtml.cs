using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>A round before its draw: rehearsed with other tickets, and closed early where a steward must.</summary>
public sealed class RoundModel(DeskRounds rounds, RoundPages pages, PreviewRound preview, SettleRound settle) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    public DeskRound Round { get; private set; } = null!;

    public RoundPage Public { get; private set; } = null!;

    public RoundPreview? Preview { get; private set; }

    /// <summary>Why it cannot be rehearsed, or null.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (Round.State == RoundState.Drawn)
        {
            return Redirect($"/rounds/{Id}");
        }

        var rehearsed = await preview.ExecuteAsync(Viewer, Id, ct);
        Preview = rehearsed.TryGet(out var shown) ? shown : null;
        Problem = rehearsed.IsGranted ? null : rehearsed.Refusal.Message;
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        // Refused only where another steward was faster: then the page says what has become of it.
        if (!await LoadAsync(ct) || !(await settle.NowAsync(Viewer, Id, ct)).IsGranted)
        {
            return Redirect($"/desk/rounds/{Id}");
        }

        await LoadAsync(ct);
        return Round.State switch
        {
            RoundState.Drawn => Next($"/rounds/{Id}", $"Round {Round.Number} of {Round.PoolName} is drawn, and everybody is told."),
            RoundState.Failed => Redirect($"/desk/rounds/{Id}"),
            _ => Next($"/desk/rounds/{Id}", "Nobody has asked yet, so nothing was drawn. The round goes on."),
        };
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var (round, page) = (await rounds.FindAsync(Viewer, Id, ct), await pages.FindAsync(Viewer, Id, ct));
        (Round, Public) = (round!, page!);
        return round is not null && page is not null;
    }
}
