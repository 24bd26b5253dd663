using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Foundation;
using PostMoney.Core.Moderation;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>Who was warned, limited or suspended, and the appeals that wait.</summary>
public sealed class DecisionsModel(ReportDesk desk, LiftSanction lift, AppealSanction appeal) : NodePage
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string Answer { get; set; } = "";

    [BindProperty]
    public bool Granted { get; set; }

    public IReadOnlyList<SanctionLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lines = await desk.DecisionsAsync(Viewer, ct);

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken ct) => await ShowAsync(await lift.ExecuteAsync(Viewer, Id, ct), "It is lifted.", ct);

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) =>
        await ShowAsync(await appeal.DecideAsync(Viewer, Id, Granted, Answer, ct), "They have your answer.", ct);

    private async Task<IActionResult> ShowAsync(Result<Done> done, string said, CancellationToken ct)
    {
        if (done.IsGranted)
        {
            return Next("/desk/decisions", said);
        }

        Lines = await desk.DecisionsAsync(Viewer, ct);
        return Refuse(done.Refusals);
    }
}
