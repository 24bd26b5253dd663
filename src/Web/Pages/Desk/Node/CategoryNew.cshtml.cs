using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>A steward adds a category or its next version by pasting a JSON Schema.</summary>
public sealed class CategoryNewModel(CategoryCatalog categories, AddCategory addCategory) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Schema { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string? from, CancellationToken ct)
    {
        if (from is null)
        {
            return Page();
        }

        if (!CategoryId.TryParse(from, out var id) || await categories.FindAsync(id, ct) is not { } before)
        {
            return NotFound();
        }

        (Name, Schema) = (id.Next.Value, before.Schema.Json);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var added = await addCategory.ExecuteAsync(Viewer, Name, Schema, ct);
        return added.TryGet(out var id)
            ? Next($"/desk/categories/{id}", "Added. What is published from now on follows it; look at its form.")
            : Refuse(added.Refusals);
    }
}
