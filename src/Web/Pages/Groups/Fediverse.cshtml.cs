using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Actors;
using PostMoney.Core.Categories;
using PostMoney.Core.Following;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Posts.PassingOn;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Groups;

/// <summary>A group on the fediverse: what it passes on, who may follow it, and how far it is known.</summary>
public sealed class FediverseModel(
    GroupList groups, ChangeReach changeReach, AnswerFollower answer, RemoveFromGroup remove, PostTimelines timelines, NodeAddress address) : NodePage
{
    public static IReadOnlyList<FieldOption> Reaches { get; } =
    [
        new(nameof(GroupReach.Open), "Anybody can follow it, and it passes on what is said to it"),
        new(nameof(GroupReach.Asked), "Its stewards decide who follows it, and it passes nothing on"),
        new(nameof(GroupReach.Hidden), "Nobody outside this community learns that it is there"),
    ];

    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty]
    public GroupReach Reach { get; set; }

    public GroupCard Group { get; private set; } = null!;

    public PostPage Passed { get; private set; } = null!;

    public IReadOnlyList<WaitingFollower> Waiting { get; private set; } = [];

    public string Address => $"@{Name}@{address.Host}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReachAsync(CancellationToken ct) =>
        await AnswerAsync(await changeReach.ExecuteAsync(Viewer, Name, Reach, ct), "It is so from now on.", ct);

    public async Task<IActionResult> OnPostWelcomeAsync(Guid follower, CancellationToken ct) =>
        await AnswerAsync(await answer.ExecuteAsync(Viewer, Name, follower, isWelcome: true, ct), "They follow the group now.", ct);

    public async Task<IActionResult> OnPostTurnAwayAsync(Guid follower, CancellationToken ct) =>
        await AnswerAsync(await answer.ExecuteAsync(Viewer, Name, follower, isWelcome: false, ct), "They were told that they cannot follow it.", ct);

    public async Task<IActionResult> OnPostRemoveAsync(Guid post, CancellationToken ct) =>
        await AnswerAsync(await remove.ExecuteAsync(Viewer, Name, post, ct), "It is taken out, and those who follow the group are told.", ct);

    private async Task<IActionResult> AnswerAsync(Result<Done> done, string said, CancellationToken ct) =>
        done.IsGranted ? Next($"/groups/{Uri.EscapeDataString(Name)}/fediverse", said) : await LoadAsync(ct) ? Refuse(done.Refusals) : NotFound();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await groups.FindAsync(Viewer, Name, ct) is not { } found)
        {
            return false;
        }

        (Group, Name) = (found.Group, found.Group.Name);
        Waiting = await answer.WaitingAsync(Viewer, Group.Id, ct);
        Passed = await timelines.InGroupAsync(Viewer, Group.Id, Before, ct);
        return true;
    }
}
