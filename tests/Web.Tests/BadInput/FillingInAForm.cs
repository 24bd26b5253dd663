using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Web.Host;
using Xunit;

namespace PostMoney.Web.Tests.BadInput;

/// <summary>A field that is missing, of another type, too long or impossible is told of beside it, and nothing is stored.</summary>
public sealed partial class FillingInAForm(OddTown town) : IClassFixture<OddTown>
{
    private static int _house = 1;

    public static TheoryData<string> Forms => [.. WrongForm.All.Select(form => form.Door)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Says_beside_each_field_what_is_wrong_with_it(string door)
    {
        var form = WrongForm.All.Single(known => known.Door == door);
        var isForStrangers = door.StartsWith("/join", StringComparison.Ordinal) || door.StartsWith("/sign-in", StringComparison.Ordinal);
        using var visitor = await town.VisitorAsync(isForStrangers ? "a stranger" : "dora", ++_house);
        var before = town.Contents();
        var faults = new List<string>();
        foreach (var line in form.Wrong)
        {
            var said = await TryAsync(visitor, form, line);
            faults.AddRange(said.Concat(town.ChangedSince(before)).Select(fault => $"{line}: {fault}"));
            before = town.Contents();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Says_what_is_wrong_before_there_is_a_node_and_founds_none()
    {
        await using var node = await RunningNode.StartAsync(founded: false);
        var code = node.Services.GetRequiredService<SetupCode>().Text;
        using var visitor = Visitor.Stranger(node, house: 251);
        var form = WrongForm.OfSetup with { Right = [.. WrongForm.OfSetup.Right, $"Code={code}"] };
        var faults = new List<string>();
        foreach (var line in form.Wrong)
        {
            faults.AddRange((await TryAsync(visitor, form, line, "/setup")).Select(fault => $"{line}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        using var home = await visitor.GetAsync("/");
        Assert.Equal("/setup", home.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Is_tried_at_every_form_that_the_node_has()
    {
        var known = WrongForm.All.Append(WrongForm.OfSetup).Select(form => form.Door).Concat(WrongForm.NothingToFillIn)
            .Select(door => Route().Replace(door, "*")).ToHashSet(StringComparer.Ordinal);

        var forms = (await Door.AllOfAsync(town.Node)).Where(door => door.Method == "POST" && !door.Route.StartsWith("oops", StringComparison.Ordinal))
            .Select(door => Route().Replace($"/{door.Route}{(door.Handler.Length > 0 ? $"?handler={door.Handler}" : "")}", "*"));

        Assert.Empty(forms.Except(known));
    }

    private async Task<IEnumerable<string>> TryAsync(Visitor visitor, WrongForm form, string line, string tokenFrom = "/verify")
    {
        var wanted = Line().Match(line);
        Assert.True(wanted.Success, $"Not a line of the table: {line}");
        using var message = await visitor.SendAsync(
            HttpMethod.Post, town.Address(form.Door), Filled(form, wanted.Groups["fields"].Value), tokenFrom);
        var answer = await Answer.ReadAsync(message);
        var field = wanted.Groups["at"].Value;
        return new[]
        {
            answer.Fault,
            (int)answer.Status == int.Parse(wanted.Groups["status"].Value, CultureInfo.InvariantCulture) ? null : $"answered {(int)answer.Status}",
            wanted.Groups["status"].Value is "422" or "409" && !answer.SaysAt(field) ? $"said nothing at {(field.Length == 0 ? "the form" : field)}" : null,
        }.OfType<string>();
    }

    private FormUrlEncodedContent Filled(WrongForm form, string wrong)
    {
        var given = wrong.Split('&').Select(Pair).ToList();
        var names = given.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        return new FormUrlEncodedContent(form.Right.Select(Pair).Where(field => !names.Contains(field.Key)).Concat(given));
    }

    private KeyValuePair<string, string> Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var value = Letters().Replace(text[(at + 1)..], many => new string('x', int.Parse(many.Groups[1].Value, CultureInfo.InvariantCulture)));
        value = Days().Replace(value, days => town.Node.Now.AddDays(int.Parse(days.Groups[1].Value, CultureInfo.InvariantCulture))
            .ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        return KeyValuePair.Create(text[..at], town.Address(value).Replace("{chen}", town.Chen.Did, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(?<fields>.*) → (?<status>\d+)( at (?<at>\S+))?$", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\{(\d+) letters\}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\{in (\d+) days\}")]
    private static partial Regex Days();

    // A route's parameter, or what stands in its place in the table.
    [GeneratedRegex(@"\{[^}]*\}|(?<=/groups/)choir|(?<=/members/)amina|(?<=/categories/)need\.tool@v1")]
    private static partial Regex Route();
}
