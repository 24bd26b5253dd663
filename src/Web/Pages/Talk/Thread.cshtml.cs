using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Foundation;
using PostMoney.Core.Posts;
using PostMoney.Core.Posts.Pins;
using PostMoney.Core.Posts.Threads;
using PostMoney.Core.Timelines;
using PostMoney.Web.Photos;

namespace PostMoney.Web.Pages.Talk;

/// <summary>A post in its conversation, and what a member can do with it.</summary>
[TakesPhotos]
public sealed class ThreadModel(PostTimelines timelines, WantThread want, PublishPost publish, DeletePost delete, ReactToPost react, KeepPost keep, PinPost pin) : ComposePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(Name = "next")]
    public string? Back { get; set; }

    public IReadOnlyList<PostCard> Posts { get; private set; } = [];

    public PostCard Main => Posts.First(post => post.Id == Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        await want.ShownAsync(Viewer, Id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct)
    {
        if (Visit.Me is null)
        {
            return SignIn();
        }

        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var published = await publish.ExecuteAsync(Viewer, new PostForm(Text, Main.Visibility, Warning, ReplyTo: Id, GroupId: await GroupAsync(ct), Photos: Photos), ct);
        return published.TryGet(out var post) ? Next($"/posts/{post.Id}#p-{post.Id}", Said("Your answer is published.")) : Refuse(published.Refusals);
    }

    public Task<IActionResult> OnPostLikeAsync(CancellationToken ct) => DoAsync(() => react.ExecuteAsync(Viewer, Id, ReactionKind.Like, ct));

    public Task<IActionResult> OnPostUnlikeAsync(CancellationToken ct) => DoAsync(() => react.UndoAsync(Viewer, Id, ReactionKind.Like, ct));

    public Task<IActionResult> OnPostBoostAsync(CancellationToken ct) => DoAsync(() => react.ExecuteAsync(Viewer, Id, ReactionKind.Boost, ct));

    public Task<IActionResult> OnPostUnboostAsync(CancellationToken ct) => DoAsync(() => react.UndoAsync(Viewer, Id, ReactionKind.Boost, ct));

    public Task<IActionResult> OnPostKeepAsync(CancellationToken ct) => DoAsync(() => keep.ExecuteAsync(Viewer, Id, ct));

    public Task<IActionResult> OnPostUnkeepAsync(CancellationToken ct) => DoAsync(() => keep.UndoAsync(Viewer, Id, ct));

    public Task<IActionResult> OnPostPinAsync(CancellationToken ct) => PinAsync(() => pin.ExecuteAsync(Viewer, Id, ct), "It stands first on your page.", ct);

    public Task<IActionResult> OnPostUnpinAsync(CancellationToken ct) => PinAsync(() => pin.UndoAsync(Viewer, Id, ct), "It stands first no more.", ct);

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        if (Visit.Me is null)
        {
            return SignIn();
        }

        var deleted = await delete.ExecuteAsync(Viewer, Id, ct);
        return deleted.IsGranted ? Next("/", "It is deleted.") : StatusCode(deleted.Refusal.Kind == RefusalKind.Forbidden ? 403 : 404);
    }

    private async Task<IActionResult> PinAsync(Func<Task<Result<Done>>> act, string said, CancellationToken ct)
    {
        if (Visit.Me is null)
        {
            return SignIn();
        }

        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var done = await act();
        return done.IsGranted ? Next($"/posts/{Id}", said) : Refuse(done.Refusals);
    }

    private async Task<IActionResult> DoAsync(Func<Task<Result<Done>>> act)
    {
        if (Visit.Me is null)
        {
            return SignIn();
        }

        var done = await act();
        return done.IsGranted ? Redirect(LocalOr(Back, $"/posts/{Id}")) : StatusCode(done.Refusal.Kind == RefusalKind.Forbidden ? 403 : 404);
    }

    private RedirectResult SignIn() => Redirect($"/sign-in?next=/posts/{Id}");

    private Task<Guid?> GroupAsync(CancellationToken ct) => timelines.GroupOfAsync(Viewer, Id, ct);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Posts = await timelines.ThreadAsync(Viewer, Id, ct) ?? [];
        return Posts.Any(post => post.Id == Id);
    }
}
