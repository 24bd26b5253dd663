using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace PostMoney.Web.Downloads;

/// <summary>A table of any length as a file, CSV or JSON, written while it is read.</summary>
/// <param name="name">The file's name without its ending.</param>
/// <param name="isJson">A list of objects; otherwise lines with a heading.</param>
/// <param name="columns">Names of the columns.</param>
/// <param name="rows">A value for each column; null for none.</param>
internal sealed class TableDownload(
    string name, bool isJson, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<string?>> rows) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = isJson ? "application/json" : "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{(isJson ? "json" : "csv")}\"";
        var ct = context.HttpContext.RequestAborted;
        if (isJson)
        {
            await JsonSerializer.SerializeAsync(response.Body, rows.Select(Named), cancellationToken: ct);
            return;
        }

        await response.WriteAsync(CsvText.Line(columns), Encoding.UTF8, ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            await response.WriteAsync(CsvText.Line(row.Select(value => value ?? "")), Encoding.UTF8, ct);
        }
    }

    private Dictionary<string, string?> Named(IReadOnlyList<string?> row) =>
        columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
}
