using PostMoney.Core.Categories.JsonSchemas;
using Xunit;

namespace PostMoney.Core.Tests.Categories.JsonSchemas;

/// <summary>What the JSON-Schema-Test-Suite of draft 2020-12 asks of a validator.</summary>
public sealed class TheTestSuite
{
    // Files of optional tests that ask for what is not spoken here: older drafts, and formats asserted by vocabulary.
    private static readonly string[] _notSpoken = ["cross-draft.json", "dependencies-compatibility.json", "format-assertion.json"];

    public static TheoryData<string> Required => SuiteData.Files("");

    public static TheoryData<string> Optional => SuiteData.Files("optional");

    [Theory]
    [MemberData(nameof(Required))]
    public void Required_tests_pass(string file)
    {
        var disagreements = SuiteData.Groups("", file).SelectMany(SuiteData.Disagreements);

        Assert.Equal([], disagreements);
    }

    [Theory]
    [MemberData(nameof(Optional))]
    public void Optional_tests_pass_too(string file)
    {
        var disagreements = SuiteData.Groups("optional", file).SelectMany(SuiteData.Disagreements);

        Assert.Equal(_notSpoken.Contains(file), disagreements.Any());
    }

    [Fact]
    public void There_are_1299_required_tests()
    {
        var tests = Required.SelectMany(file => SuiteData.Groups("", file.Data)).Sum(g => g.GetProperty("tests").GetArrayLength());

        Assert.Equal(1299, tests);
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void The_meta_schema_accepts_every_schema_of_the_suite(string file)
    {
        var refused = SuiteData.Groups("", file)
            .Where(g => JsonSchema.Draft202012.Check(g.GetProperty("schema")).Count > 0)
            .Select(g => g.GetProperty("description").GetString());

        Assert.Equal([], refused);
    }
}
