using System.Text.RegularExpressions;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Security;

public sealed partial class KeepingTheCatalogue
{
    [Fact]
    public void Every_case_that_is_decided_here_has_a_test_that_runs()
    {
        var without = DecidedHere.Cases
            .Where(entry => entry.Tests.GetMethod(entry.Test)?.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length is not > 0)
            .Select(entry => $"{entry.Case} {entry.Test}");

        Assert.Equal([], without);
    }

    // The catalogue lies beside the repository, as the test data do.
    [Fact]
    public void Every_case_of_the_groups_S_O_and_P_is_decided_here_or_elsewhere()
    {
        var catalogue = File.ReadAllText(Path.Combine(TestData.Find(Path.Combine("..", "design")), "security.md"));
        var cases = Case().Matches(catalogue).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(cases, DecidedHere.Cases.Select(entry => entry.Case).Concat(DecidedElsewhere.Cases.Keys).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\*\*([SOP]-\d\d) ", RegexOptions.Multiline)]
    private static partial Regex Case();
}
