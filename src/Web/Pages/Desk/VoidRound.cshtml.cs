using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>Two stewards declare a drawn round void: the one way to have it drawn again.</summary>
public sealed class VoidRoundModel(DeskRounds rounds, VoidRound voiding) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    public DeskRound Round { get; private set; } = null!;

    public RoundVoiding? Voiding { get; private set; }

    public bool IsMine => Voiding?.ProposedBy == Viewer.MemberId;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostProposeAsync(CancellationToken ct) =>
        AnswerAsync(voiding.ProposeAsync(Viewer, Id, Reason, ct), $"/desk/rounds/{Id}/void", "Proposed. A second steward has to agree.", ct);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        AnswerAsync(voiding.ConfirmAsync(Viewer, Id, ct), $"/rounds/{Id}", "The round is void, and everybody who asked in it is told.", ct);

    public Task<IActionResult> OnPostDropAsync(CancellationToken ct) =>
        AnswerAsync(voiding.DropAsync(Viewer, Id, ct), $"/rounds/{Id}", "The round stands.", ct);

    private async Task<IActionResult> AnswerAsync(Task<Result<Done>> asked, string next, string said, CancellationToken ct)
    {
        var done = await asked;
        if (done.IsGranted)
        {
            return Next(next, said);
        }

        return await LoadAsync(ct) ? Refuse([.. done.Refusals]) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Round = (await rounds.FindAsync(Viewer, Id, ct))!;
        Voiding = await rounds.VoidingAsync(Viewer, Id, ct);
        return Round is { State: RoundState.Drawn };
    }
}
