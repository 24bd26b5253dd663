using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Operations;

/// <summary>A list of servers to keep out or limit, as Mastodon and its kin write and read it: a table with <c>#domain</c> and <c>#severity</c>.</summary>
/// <remarks>
/// Columns: <c>#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate</c>; a plain list of names is read too, and means
/// to keep all of them out. What a list cannot say for certain is left out with its reason, never guessed: a name that is hidden behind stars names nobody.
/// </remarks>
public static class HostList
{
    /// <summary>Most characters of a list.</summary>
    public const int MostCharacters = 512 * 1024;

    /// <summary>Most servers in a list.</summary>
    public const int MostHosts = 5_000;

    /// <summary>The columns of a list that this node writes.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["#domain", "#severity", "#reject_media", "#reject_reports", "#public_comment", "#obfuscate"];

    /// <summary>The word of a list for a decision; null where lists have none.</summary>
    public static string? Word(HostSeverity severity) => severity switch
    {
        HostSeverity.Suspend => "suspend",
        HostSeverity.Limit => "silence",
        _ => null,
    };

    /// <summary>Reads a list.</summary>
    public static Result<IReadOnlyList<ListedHost>> Read(string text)
    {
        if (text.Length > MostCharacters)
        {
            return TooLong;
        }

        var isBroken = false;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            HasHeaderRecord = false,
            MaxFieldSize = 4_000,
            BadDataFound = _ => isBroken = true,
        };
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        using var parser = new CsvParser(reader, settings);
        var found = new List<ListedHost>();
        string[]? columns = null;
        try
        {
            while (parser.Read())
            {
                var cells = parser.Record!;
                if (columns is null && cells.Any(cell => Plain(cell) == "domain"))
                {
                    columns = [.. cells.Select(Plain)];
                    continue;
                }

                columns ??= ["domain"];
                if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                {
                    found.Add(Line(columns, cells));
                }

                if (found.Count > MostHosts)
                {
                    return TooLong;
                }
            }
        }
        catch (MaxFieldSizeException)
        {
            isBroken = true;
        }

        return isBroken || found.Count == 0 ? Unreadable : found;
    }

    private static Refusal TooLong { get; } = new(
        RefusalKind.Invalid, "host-list.too-long", $"A list holds at most {MostHosts} servers and {MostCharacters / 1024} KiB.", "List");

    private static Refusal Unreadable { get; } = new(
        RefusalKind.Invalid, "host-list.unreadable", "This is no list of servers. It is a table with commas, or one name on each line.", "List");

    private static ListedHost Line(string[] columns, string[] cells)
    {
        string Of(string column) => Array.IndexOf(columns, column) is >= 0 and var at && at < cells.Length ? cells[at].Trim() : "";
        var host = Of("domain").ToLowerInvariant();
        var comment = Of("public_comment");
        HostSeverity? severity = Of("severity").ToLowerInvariant() switch
        {
            "suspend" or "" => HostSeverity.Suspend,
            "silence" or "limit" => HostSeverity.Limit,
            _ => null,
        };
        var problem = DecideAboutHost.IsHost(host) ? severity is null ? "Says nothing that this node can do." : null
            : host.Contains('*', StringComparison.Ordinal) ? "The name is hidden." : "Is no name of a server.";
        return new ListedHost(host, severity ?? HostSeverity.Suspend, comment.Length > DecideAboutHost.MostReason ? comment[..DecideAboutHost.MostReason] : comment, problem);
    }

    private static string Plain(string heading) => heading.Trim().TrimStart('#').ToLowerInvariant();
}

/// <summary>A server of a list.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Severity">What the list says to do.</param>
/// <param name="Comment">Why, in the list's words; may be empty.</param>
/// <param name="Problem">Why it is left out, or null.</param>
public sealed record ListedHost(string Host, HostSeverity Severity, string Comment, string? Problem);
