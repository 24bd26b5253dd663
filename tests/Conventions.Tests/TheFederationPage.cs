using System.Text.RegularExpressions;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.Core;
using Xunit;

namespace PostMoney.Conventions.Tests;

/// <summary>FEDERATION.md promises other servers what the program does, and no more.</summary>
public sealed partial class TheFederationPage
{
    private const string Page = "FEDERATION.md";

    private const string Door = "src/Web/Federation/ServerDoor.cs";

    // The door writes these by name. Only inside the node is a document below a prefix: from outside it has the address of its page.
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["WebFingerQuery.Path"] = WebFingerQuery.Path,
        ["HostMeta.Path"] = HostMeta.Path,
        ["HostMeta.JsonPath"] = HostMeta.JsonPath,
        ["NodeInfoLinks.Path"] = NodeInfoLinks.Path,
        ["DocumentDoor.Prefix"] = "",
    };

    [Fact]
    public void Lists_the_activities_that_are_understood_and_no_others() =>
        Assert.Equal(Sorted(InboxRoutes.All.Keys), Sorted(FirstCells("Activities understood")));

    [Fact]
    public void Lists_the_addresses_where_servers_knock_and_no_others()
    {
        var routes = Routes().ToList();

        Assert.NotEmpty(routes);
        Assert.Equal(Sorted(routes), Sorted(FirstCells("Addresses")));
    }

    /// <summary>A route that is written in a way this test does not read would otherwise be missing on both sides.</summary>
    [Fact]
    public void Is_compared_with_every_route_of_the_door() =>
        Assert.Equal(AnyMap().Count(Repository.Read(Door)), Routes().Count());

    private static IEnumerable<string> Routes() => Route().Matches(Repository.Read(Door))
        .Select(match => $"{match.Groups["method"].Value.ToUpperInvariant()} {Pattern(match.Groups["pattern"].Value)}");

    private static string Pattern(string code) => Constraint().Replace(
        string.Concat(code.Split(" + ").Select(part => part[0] == '"' ? part.Trim('"') : _names[part])), "}");

    private static List<string> FirstCells(string heading)
    {
        var section = Regex.Match(
            Repository.Read(Page), $"^## {heading}\n(.*?)(?=^## |\\z)", RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        Assert.True(section.Success, $"{Page} has no section “{heading}”.");
        return [.. FirstCell().Matches(section.Groups[1].Value).Select(match => match.Groups[1].Value)];
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bdoor\.Map(?<method>Get|Post)\((?<pattern>(?:""[^""]*""|[\w.]+)(?: \+ (?:""[^""]*""|[\w.]+))*),")]
    private static partial Regex Route();

    [GeneratedRegex(@"\.Map(?!Group\b|ServerDoor\b)\w+\(")]
    private static partial Regex AnyMap();

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();
}
