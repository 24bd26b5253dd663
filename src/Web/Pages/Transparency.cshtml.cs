using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Metrics;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

/// <summary>How the sharing goes, month by month, for everybody.</summary>
public sealed class TransparencyModel(MonthlyFigures figures) : NodePage
{
    public MonthFigures Figures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken ct)
    {
        Month? asked = Month.TryParse(month, out var read) ? read : null;
        if ((month is not null && asked is null) || await figures.OfAsync(asked, ct) is not { } found)
        {
            return NotFound();
        }

        Figures = found;
        return Page();
    }

    /// <summary><c>November 2026</c>.</summary>
    public static string Words(Month month) =>
        new DateTime(month.Year, month.Number, 1, 0, 0, 0, DateTimeKind.Unspecified).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Rate(int? percent) => percent is { } told ? string.Create(CultureInfo.InvariantCulture, $"{told} %") : "not told";
}
