using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Posts;
using PostMoney.Web.Display;
using PostMoney.Web.Photos;

namespace PostMoney.Web.Pages.Talk;

/// <summary>A member says something.</summary>
[TakesPhotos]
public sealed class NewModel(PublishPost publish, GroupList groups) : ComposePage
{
    private static readonly Refusal _audience = new(RefusalKind.Invalid, "post.audience", "Choose who may see it.", "For");

    [BindProperty]
    public string For { get; set; } = "public";

    [BindProperty]
    public string? Language { get; set; }

    public IReadOnlyList<FieldOption> Audiences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Visit.Me is null)
        {
            return Redirect("/sign-in?next=/posts/new");
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Visit.Me is null)
        {
            return Redirect("/sign-in?next=/posts/new");
        }

        // A group is chosen by its own id among the audiences.
        var group = Guid.TryParseExact(For, "D", out var id) ? id : (Guid?)null;
        var visibility = group is null ? PostWords.Read(For) : PostVisibility.Group;
        var published = visibility is { } audience
            ? await publish.ExecuteAsync(Viewer, new PostForm(Text, audience, Warning, string.IsNullOrEmpty(Language) ? null : Language, GroupId: group, Photos: Photos), ct)
            : _audience;
        if (published.TryGet(out var post))
        {
            return Next($"/posts/{post.Id}", Said("It is published."));
        }

        await LoadAsync(ct);
        return Refuse(published.Refusals);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var mine = (await groups.AllAsync(Viewer, ct)).Where(group => group.IsMine);
        Audiences = [.. PostWords.Choices, .. mine.Select(group => new FieldOption(group.Id.ToString("D"), $"Members of {group.Title}"))];
    }
}
