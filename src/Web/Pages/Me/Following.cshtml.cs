using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Following;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>Whom the member follows, who follows them, and how to follow somebody more.</summary>
public sealed class FollowingModel(PersonPages people, FollowActor follow, UnfollowActor unfollow) : NodePage
{
    [BindProperty]
    public string Address { get; set; } = "";

    [BindProperty]
    public Guid Actor { get; set; }

    public IReadOnlyList<PersonLine> Following { get; private set; } = [];

    public IReadOnlyList<PersonLine> Followers { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostFollowAsync(CancellationToken ct)
    {
        var followed = await follow.ExecuteAsync(Viewer, Address, ct);
        if (followed.TryGet(out var done))
        {
            return Next("/me/following", done.State == Core.Actors.FollowState.Accepted ? "You follow them now." : "Asked. Their server answers in a moment.");
        }

        await LoadAsync(ct);
        return Refuse([.. followed.Refusals.Select(refusal => refusal.Kind == Core.Foundation.RefusalKind.NotFound ? refusal with { Kind = Core.Foundation.RefusalKind.Invalid, Field = "Address" } : refusal.At("Address"))]);
    }

    public async Task<IActionResult> OnPostUnfollowAsync(CancellationToken ct)
    {
        await unfollow.ExecuteAsync(Viewer, Actor, ct);
        return Next("/me/following", "You do not follow them any more.");
    }

    private async Task LoadAsync(CancellationToken ct) => (Following, Followers) = await people.ConnectionsAsync(Viewer, ct);
}
