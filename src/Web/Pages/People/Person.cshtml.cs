using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Foundation;
using PostMoney.Core.Moderation;
using PostMoney.Core.Moving;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.People;

/// <summary>Somebody, here or elsewhere, and what they say.</summary>
public sealed class PersonModel(PersonPages people, PostTimelines timelines, FollowActor follow, UnfollowActor unfollow, BlockActor block, BlockHost blockHost,
    OwnCases cases) : NodePage
{
    /// <summary>With its sign. A route that has the sign before the parameter would not take a second one, as in <c>@chen@p.test</c>.</summary>
    [FromRoute]
    public string Written { get; set; } = "@";

    public string Handle => Written[1..];

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public PersonPage Person { get; private set; } = null!;

    /// <summary>How the viewer stands to them.</summary>
    public (BlockKind? Person, bool Host) Towards { get; private set; }

    public string HostOfPerson => Person.Address.Split('@')[^1];

    public string ReportAddress => Person.Id == Guid.Empty ? $"/reports/new?person={Person.Handle}" : $"/reports/new?actor={Person.Id}";

    public IReadOnlyList<PostCard> Pinned { get; private set; } = [];

    public PostPage Posts { get; private set; } = null!;

    /// <summary>Where another account is seen: here, by those who may; and where it is by everybody else.</summary>
    public string Link(OtherAccount other) => other.Address is { } address && (other.IsLocal || Viewer.IsMember) ? "/" + address : other.Page;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostFollowAsync(CancellationToken ct)
    {
        if (Visit.Me is null || !await LoadAsync(ct))
        {
            return NotFound();
        }

        var followed = await follow.ExecuteAsync(Viewer, Person.IsLocal ? Person.Handle + "@" + Person.Address.Split('@')[^1] : Person.Address, ct);
        return followed.IsGranted ? Next($"/@{Handle}", $"You follow {Person.Name}.") : Refuse(followed.Refusals);
    }

    public async Task<IActionResult> OnPostUnfollowAsync(CancellationToken ct)
    {
        if (Visit.Me is null || !await LoadAsync(ct))
        {
            return NotFound();
        }

        await unfollow.ExecuteAsync(Viewer, Person.Id, ct);
        return Next($"/@{Handle}", $"You do not follow {Person.Name} any more.");
    }

    public Task<IActionResult> OnPostMuteAsync(CancellationToken ct) =>
        AvoidAsync(() => AvoidAsync(BlockKind.Mute, ct), "You see nothing of them any more. They do not learn of it.", ct);

    public Task<IActionResult> OnPostBlockAsync(CancellationToken ct) =>
        AvoidAsync(() => AvoidAsync(BlockKind.Block, ct), "They are blocked, and neither follows the other any more.", ct);

    public Task<IActionResult> OnPostUnblockAsync(CancellationToken ct) => AvoidAsync(() => block.UndoAsync(Viewer, Person.Id, ct), "You see them again.", ct);

    public Task<IActionResult> OnPostBlockHostAsync(CancellationToken ct) =>
        AvoidAsync(() => blockHost.ExecuteAsync(Viewer, HostOfPerson, ct), $"You see nothing of that server any more.", ct);

    private Task<Result<Done>> AvoidAsync(BlockKind kind, CancellationToken ct) => Person.Id == Guid.Empty
        ? block.NeighbourAsync(Viewer, Person.Handle, kind, ct)
        : block.ExecuteAsync(Viewer, Person.Id, kind, ct);

    private async Task<IActionResult> AvoidAsync(Func<Task<Result<Done>>> act, string said, CancellationToken ct)
    {
        if (Visit.Me is null || !await LoadAsync(ct))
        {
            return NotFound();
        }

        var done = await act();
        return done.IsGranted ? Next($"/@{Handle}", said) : Refuse(done.Refusals);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await people.FindAsync(Viewer, Handle, ct) is not { } found)
        {
            return false;
        }

        Person = found;
        Towards = await cases.TowardsAsync(Viewer, found.Id, ct);
        Pinned = Before is null ? await timelines.PinnedAsync(Viewer, found.Id, ct) : [];
        Posts = await timelines.OfAsync(Viewer, found.Id, Before, ct);
        return true;
    }
}
