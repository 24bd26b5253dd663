using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Groups;

/// <summary>One group: what it is for, what it shares, and who belongs to it.</summary>
public sealed class GroupModel(GroupList groups, JoinGroup joinGroup, AddToGroup addToGroup, CommunityTimeline timeline) : NodePage
{
    public static IReadOnlyList<FieldOption> Roles { get; } = [new("member", "Member"), new("steward", "Steward, who looks after it")];

    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty]
    public string Handle { get; set; } = "";

    [BindProperty]
    public string Role { get; set; } = "member";

    public GroupPage Group { get; private set; } = null!;

    public TimelinePage Timeline { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken ct) =>
        await AnswerAsync(await joinGroup.JoinAsync(Viewer, Name, ct), "Welcome to the group.", ct);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct) =>
        await AnswerAsync(await joinGroup.LeaveAsync(Viewer, Name, ct), "You have left the group.", ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct) =>
        await AnswerAsync(await addToGroup.ExecuteAsync(Viewer, Name, Handle.Trim().TrimStart('@'), Role, ct), "They belong to the group now.", ct);

    private async Task<IActionResult> AnswerAsync(Result<Done> done, string said, CancellationToken ct)
    {
        if (done.IsGranted)
        {
            return Next($"/groups/{Uri.EscapeDataString(Name)}", said);
        }

        return await LoadAsync(ct) ? Refuse(done.Refusals) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await groups.FindAsync(Viewer, Name, ct) is not { } found)
        {
            return false;
        }

        Group = found;
        Timeline = await timeline.PageAsync(Viewer, new TimelineFilter(GroupId: found.Group.Id), Before, ct);
        return true;
    }
}
