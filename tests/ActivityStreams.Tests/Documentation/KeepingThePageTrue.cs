using System.Text.RegularExpressions;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Documentation;

/// <summary>The page for other programs shows exactly the code that <see cref="UsingTheLibrary"/> compiles and runs.</summary>
public sealed partial class KeepingThePageTrue
{
    private const int Indentation = 8;

    [Fact]
    public void Its_examples_are_those_that_run()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "activitystreams.md"));
        var tests = File.ReadAllText(Path.Combine(
            Checkout.Root, "tests", "ActivityStreams.Tests", "Documentation", nameof(UsingTheLibrary) + ".cs"));
        var shown = OnPage().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(shown);
        Assert.Equal(Run().Matches(tests).Select(match => Shifted(match.Groups[1].Value)), shown);
    }

    private static string Shifted(string code) =>
        string.Join('\n', code.TrimEnd().Split('\n').Select(line => line.Length > Indentation ? line[Indentation..] : "")) + "\n";

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex OnPage();

    [GeneratedRegex(@"^ {8}// page: (?!end)\w+\n(.*?)^ {8}// page: end$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Run();
}
