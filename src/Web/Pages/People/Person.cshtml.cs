using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Following;
using PostMoney.Core.Moving;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.People;

/// <summary>Somebody, here or elsewhere, and what they say.</summary>
public sealed class PersonModel(PersonPages people, PostTimelines timelines, FollowActor follow, UnfollowActor unfollow) : NodePage
{
    /// <summary>With its sign. A route that has the sign before the parameter would not take a second one, as in <c>@chen@p.test</c>.</summary>
    [FromRoute]
    public string Written { get; set; } = "@";

    public string Handle => Written[1..];

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public PersonPage Person { get; private set; } = null!;

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

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await people.FindAsync(Viewer, Handle, ct) is not { } found)
        {
            return false;
        }

        Person = found;
        Posts = await timelines.OfAsync(Viewer, found.Id, Before, ct);
        return true;
    }
}
