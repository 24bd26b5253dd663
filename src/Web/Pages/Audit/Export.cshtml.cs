using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Grants;
using PostMoney.Core.Log;
using PostMoney.Core.Operations;
using PostMoney.Web.Downloads;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Audit;

/// <summary>The whole log, or all openings, as a file.</summary>
public sealed class ExportModel(AuditPages audit, Openings openings) : NodePage
{
    private static readonly string[] _ofLog = ["position", "at", "kind", "actor", "subject", "digest", "hash"];
    private static readonly string[] _ofOpenings = ["id", "at", "who", "item", "title", "version", "answer", "rule"];

    public async Task<IActionResult> OnGetAsync(string what, string format, CancellationToken ct)
    {
        var isJson = format == "json";
        if (what == "log")
        {
            return await audit.AllAsync(Viewer, ct) is { } entries
                ? new TableDownload(Name("log"), isJson, _ofLog, entries.Select(Row))
                : NotFound();
        }

        return await openings.AllAsync(Viewer, ct) is { } opened
            ? new TableDownload(Name("openings"), isJson, _ofOpenings, opened.Select(Row))
            : NotFound();
    }

    private string Name(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}-{Visit.Now.UtcDateTime:yyyy-MM-dd}");

    private static IReadOnlyList<string?> Row(LogEntry entry) =>
    [
        entry.Position.ToString(CultureInfo.InvariantCulture), Time(entry.At), entry.Kind, entry.Actor, entry.Subject,
        entry.Digest is null ? null : Convert.ToHexStringLower(entry.Digest), Convert.ToHexStringLower(entry.Hash),
    ];

    private static IReadOnlyList<string?> Row(Opening opening) =>
    [
        $"{opening.Id:D}", Time(opening.At), opening.Who, $"{opening.ItemId:D}", opening.Title,
        opening.Version.ToString(CultureInfo.InvariantCulture), opening.Allowed ? "opened" : "refused", opening.Rule,
    ];

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
