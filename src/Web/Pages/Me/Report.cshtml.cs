using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Foundation;
using PostMoney.Core.Moderation;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>A member tells the stewards about a post, a need or offer, or somebody.</summary>
public sealed class ReportModel(FileReport file) : NodePage
{
    private static readonly Refusal _category = new(RefusalKind.Invalid, "report.category", "Choose from the list.", "Category");

    [BindProperty(SupportsGet = true)]
    public Guid? Post { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Actor { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty]
    public string Category { get; set; } = "";

    [BindProperty]
    public string Comment { get; set; } = "";

    [BindProperty]
    public bool Forward { get; set; }

    public ReportSubject About { get; private set; } = null!;

    private ReportTarget Target => new(Post, Item, Actor, Person);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (SafetyWords.Category(Category) is not { } category)
        {
            return Refuse([_category]);
        }

        var filed = await file.ExecuteAsync(Viewer, Target, new ReportForm(category, Comment, Forward), ct);
        return filed.IsGranted ? Next("/me/reports", "The stewards know now. You hear from them here.") : Refuse(filed.Refusals);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var about = await file.SubjectAsync(Viewer, Target, ct);
        About = about!;
        return about is not null;
    }
}
