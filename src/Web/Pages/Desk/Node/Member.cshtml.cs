using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>One member: admitted, suspended, appointed.</summary>
public sealed class MemberModel(MemberList members, DecideMembership decide, AppointSteward appoint) : NodePage
{
    [FromRoute]
    public string Handle { get; set; } = "";

    public MemberLine Member { get; private set; } = null!;

    public bool IsMe => Member.Id == Viewer.MemberId;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostDecideAsync(MemberState state, CancellationToken ct) => ActAsync(
        member => decide.ExecuteAsync(Viewer, member.Id, state, ct),
        state switch
        {
            MemberState.Active => "is a member, and told so.",
            MemberState.Suspended => "is suspended and signed out everywhere.",
            MemberState.Left => "has left.",
            _ => "is not admitted.",
        },
        ct);

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
        return member is not null;
    }
}
