using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Categories.Forms;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>One version of a category with the form that members see.</summary>
public sealed class CategoryModel(CategoryCatalog categories, AddCategory addCategory) : NodePage
{
    [FromRoute]
    public string Name { get; set; } = "";

    public KnownCategory Category { get; private set; } = null!;

    public CategoryForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!CategoryId.TryParse(Name, out var id) || await categories.FindAsync(id, ct) is not { } category)
        {
            return NotFound();
        }

        (Category, Form) = (category, CategoryForm.For(category.Schema));
        return Page();
    }

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken ct)
    {
        var changed = await addCategory.RetireAsync(Viewer, Name, ct);
        return !changed.IsGranted ? NotFound()
            : CategoryId.TryParse(Name, out var id) && await categories.FindAsync(id, ct) is { IsRetired: true }
                ? Next($"/desk/categories/{Name}", "It takes nothing new any more.")
                : Next($"/desk/categories/{Name}", "It takes something new again.");
    }
}
