using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Moderation;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>One member: admitted, suspended, appointed.</summary>
public sealed class MemberModel(
    MemberList members, DecideMembership decide, AppointSteward appoint, ImposeSanction impose, LiftSanction lift, ReportDesk desk) : NodePage
{
    [FromRoute]
    public string Handle { get; set; } = "";

    private static readonly Refusal _choice = new(RefusalKind.Invalid, "sanction.choice", "Choose from the list.");

    [BindProperty]
    public string Kind { get; set; } = "warning";

    [BindProperty]
    public string Days { get; set; } = "30";

    [BindProperty]
    public string Reason { get; set; } = "";

    public IReadOnlyList<SanctionLine> Sanctions { get; private set; } = [];

    public MemberLine Member { get; private set; } = null!;

    public bool IsMe => Member.Id == Viewer.MemberId;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostDecideAsync(MemberState state, CancellationToken ct) => ActAsync(
        member => Sanctions.FirstOrDefault(line => line.Sanction is { Kind: SanctionKind.Suspension, EndedAt: null }) is { } suspension && state == MemberState.Active
            ? lift.ExecuteAsync(Viewer, suspension.Sanction.Id, ct)
            : decide.ExecuteAsync(Viewer, member.Id, state, ct),
        state switch
        {
            MemberState.Active => "is a member, and told so.",
            MemberState.Suspended => "is suspended and signed out everywhere.",
            MemberState.Left => "has left.",
            _ => "is not admitted.",
        },
        ct);

    public Task<IActionResult> OnPostSanctionAsync(CancellationToken ct) => ActAsync(
        async member => SafetyWords.Kind(Kind) is not { } kind ? _choice.At("Kind")
            : !SafetyWords.TryDays(Days, out var days) ? _choice.At("Days")
            : await impose.OnMemberAsync(Viewer, member.Id, new SanctionForm(kind, Reason, days), ct),
        "is told what you have decided.", ct);

    public Task<IActionResult> OnPostAppointAsync(string duty, CancellationToken ct) =>
        ActAsync(member => appoint.AppointAsync(Viewer, member.Id, duty, ct), $"is {duty} now, and told so.", ct);

    public Task<IActionResult> OnPostDismissAsync(string duty, CancellationToken ct) =>
        ActAsync(member => appoint.DismissAsync(Viewer, member.Id, duty, ct), $"is {duty} no more.", ct);

    private async Task<IActionResult> ActAsync(Func<MemberLine, Task<Result<Done>>> act, string said, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var done = await act(Member);
        return done.IsGranted ? Next($"/desk/members/{Member.Handle}", $"{Member.DisplayName} {said}") : Refuse(done.Refusals);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var member = await members.FindLineAsync(Viewer, Handle, ct);
        Member = member!;
        Sanctions = member is null ? [] : await desk.OfMemberAsync(Viewer, member.Id, ct);
        return member is not null;
    }
}
