using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Foundation;
using PostMoney.Core.Moderation;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>One report: what was told, what stewards note, and the decision.</summary>
public sealed class ReportModel(ReportDesk desk, WorkOnReport work, DecideReport decide) : NodePage
{
    private static readonly Refusal _outcome = new(RefusalKind.Invalid, "report.outcome", "Choose from the list.", "Outcome");

    private static readonly Refusal _days = new(RefusalKind.Invalid, "sanction.days", "Choose from the list.", "Days");

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public string Outcome { get; set; } = "";

    [BindProperty]
    public bool RemovePosts { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Days { get; set; } = "30";

    [BindProperty]
    public string Answer { get; set; } = "";

    public ReportView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeAsync(CancellationToken ct) => AnswerAsync(() => work.TakeAsync(Viewer, Id, isTaken: true, ct), "You look into it.", ct);

    public Task<IActionResult> OnPostPutBackAsync(CancellationToken ct) => AnswerAsync(() => work.TakeAsync(Viewer, Id, isTaken: false, ct), "Others can look into it.", ct);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken ct) => AnswerAsync(() => work.NoteAsync(Viewer, Id, Note, ct), "Noted.", ct);

    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => AnswerAsync(
        async () => SafetyWords.Outcome(Outcome) is not { } outcome ? _outcome
            : !SafetyWords.TryDays(Days, out var days) ? _days
            : await decide.ExecuteAsync(Viewer, Id, new ReportDecision(outcome, RemovePosts, Reason, days, Answer), ct),
        "It is decided, and those concerned are told.", ct);

    private async Task<IActionResult> AnswerAsync(Func<Task<Result<Done>>> act, string said, CancellationToken ct)
    {
        var done = await act();
        if (done.IsGranted)
        {
            return Next($"/desk/reports/{Id}", said);
        }

        return await LoadAsync(ct) ? Refuse(done.Refusals) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var view = await desk.FindAsync(Viewer, Id, ct);
        View = view!;
        return view is not null;
    }
}
