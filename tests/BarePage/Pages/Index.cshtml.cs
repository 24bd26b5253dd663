using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace PostMoney.BarePage.Pages;

public sealed class IndexModel(RowsDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db.Rows.AsNoTracking().OrderByDescending(row => row.Id).Take(20).ToListAsync(ct);
}
