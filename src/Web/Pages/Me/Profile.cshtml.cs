using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Federation.Profiles;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>What a member says of themselves.</summary>
public sealed class ProfileModel(ChangeProfile change, PersonPages people) : NodePage
{
    [BindProperty]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    public string Biography { get; set; } = "";

    [BindProperty]
    public string Name1 { get; set; } = "";

    [BindProperty]
    public string Value1 { get; set; } = "";

    [BindProperty]
    public string Name2 { get; set; } = "";

    [BindProperty]
    public string Value2 { get; set; } = "";

    [BindProperty]
    public string Name3 { get; set; } = "";

    [BindProperty]
    public string Value3 { get; set; } = "";

    [BindProperty]
    public string Name4 { get; set; } = "";

    [BindProperty]
    public string Value4 { get; set; } = "";

    public string Handle => Visit.Me!.Handle;

    public IReadOnlyList<(int Number, string Name, string Value)> Lines =>
        [(1, Name1, Value1), (2, Name2, Value2), (3, Name3, Value3), (4, Name4, Value4)];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await people.OwnAsync(Viewer, ct) is not { } own)
        {
            return NotFound();
        }

        (DisplayName, Biography) = (own.Name, own.Biography);
        var lines = own.Fields.Select(field => (field.Name, Value: field.Text)).Concat(Enumerable.Repeat((Name: "", Value: ""), 4)).ToList();
        ((Name1, Value1), (Name2, Value2), (Name3, Value3), (Name4, Value4)) = (lines[0], lines[1], lines[2], lines[3]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var form = new ProfileForm(DisplayName, Biography, [.. Lines.Select(line => (line.Name, line.Value))]);
        var changed = await change.ExecuteAsync(Viewer, form, ct);
        return changed.IsGranted ? Next("/me/profile", "Your profile is saved.") : Refuse(changed.Refusals);
    }
}
