using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Groups;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Groups;

/// <summary>The groups of this node; stewards found new ones.</summary>
public sealed class IndexModel(GroupList groups, FoundGroup foundGroup) : NodePage
{
    public static IReadOnlyList<FieldOption> JoiningOptions { get; } =
        [new(nameof(GroupJoining.Open), "Any member can"), new(nameof(GroupJoining.Asked), "Its stewards add them")];

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Summary { get; set; } = "";

    [BindProperty]
    public GroupJoining Joining { get; set; }

    public IReadOnlyList<GroupCard> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Groups = await groups.AllAsync(Viewer, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var founded = await foundGroup.ExecuteAsync(Viewer, Name, Title, Summary, Joining, ct);
        if (founded.TryGet(out var group))
        {
            return Next($"/groups/{group.Name}", $"{group.Title} is founded, and you are its first steward.");
        }

        Groups = await groups.AllAsync(Viewer, ct);
        return Refuse(founded.Refusals);
    }
}
