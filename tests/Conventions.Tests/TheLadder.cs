using System.Text.RegularExpressions;
using PostMoney.Core;
using Xunit;

namespace PostMoney.Conventions.Tests;

/// <summary>A capability of Core uses those above its own line, never its own line or below.</summary>
public sealed partial class TheLadder
{
    private static readonly string[][] _lines =
    [
        ["Foundation"],
        ["Storage"],
        ["Queue", "Sealing", "Log", "Media"],
        ["Passports", "Relations", "Actors"],
        ["Access"],
        ["Notifications"],
        ["Members", "Categories"],
        ["Groups"],
        ["Federation"],
        ["Following", "Posts"],
        ["Items"],
        ["Grants", "Moving", "Search"],
        ["Mirrors", "Needs", "Offers", "Governance"],
        ["Allocation"],
        ["Assignments"],
        ["Maintenance"],
        ["Outcomes"],
        ["Moderation"],
        ["Timelines", "Metrics", "Operations"],
        ["Demo"],
    ];

    [Fact]
    public void Is_climbed_in_one_direction()
    {
        var wrong = Uses()
            .Where(use => LineOf(use.Used) >= LineOf(use.User))
            .Select(use => $"{use.User} uses {use.Used} in {use.Where}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Is_seen_where_no_using_tells_of_it() =>
        Assert.Contains(("Grants", "Members", "PostMoney.Core.Grants.Openings"), CapabilityUses.In(typeof(CoreModule).Assembly));

    [Fact]
    public void Names_every_folder_of_Core()
    {
        var folders = new DirectoryInfo(Path.Combine(Repository.Root, "src/Core")).EnumerateDirectories().Select(folder => folder.Name);

        Assert.Equal(folders.Order(StringComparer.Ordinal), _lines.SelectMany(line => line).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string User, string Used, string Where)> Uses() =>
        CapabilityUses.In(typeof(CoreModule).Assembly).Concat(Usings());

    // A constant leaves no trace in code; its file still says whose it is.
    private static IEnumerable<(string User, string Used, string Where)> Usings() => Repository.Files("src/Core", ".cs")
        .Select(file => (File: file, Parts: file.Split('/')))
        .Where(file => file.Parts.Length > 3)
        .SelectMany(file => Using().Matches(Repository.Read(file.File))
            .Select(match => (file.Parts[2], match.Groups[1].Value, file.File)))
        .Where(use => use.Item1 != use.Item2);

    private static int LineOf(string capability) => Array.FindIndex(_lines, line => line.Contains(capability));

    [GeneratedRegex(@"^using (?:static |\w+ = )?PostMoney\.Core\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
