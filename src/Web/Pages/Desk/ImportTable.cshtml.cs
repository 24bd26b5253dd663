using System.Text;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Offers.Import;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>An empty table with every column of a category, to be filled in and imported.</summary>
public sealed class ImportTableModel(CategoryCatalog categories) : NodePage
{
    public async Task<IActionResult> OnGetAsync(string category, CancellationToken ct)
    {
        if (!CategoryId.TryParse(category, out var id) || id.Kind != ItemKind.Offer || await categories.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        // With a byte order mark, so that spreadsheets save it as UTF-8 again.
        var heading = string.Join(',', InventoryColumn.AllOf(found.Schema).Select(column => column.Name));
        return File(Encoding.UTF8.GetBytes($"\uFEFF{heading}\r\n"), "text/csv; charset=utf-8", $"{id.Topic}-inventory.csv");
    }
}
