using System.Text.RegularExpressions;
using System.Xml.Linq;
using PostMoney.ActivityStreams.Json;
using Xunit;

namespace PostMoney.Conventions.Tests;

/// <summary>How the source is laid out.</summary>
public sealed partial class TheSource
{
    private const int LongestFile = 300;

    private static readonly string[] _vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Base", "Impl", "Service"];

    private static readonly Dictionary<string, string[]> _directions = new()
    {
        ["ActivityStreams"] = [],
        ["Core"] = ["ActivityStreams", "Fairness"],
        ["Fairness"] = [],
        ["Jobs"] = ["Core"],
        ["Web"] = ["Core", "Jobs"],
    };

    [Fact]
    public void Has_no_file_of_more_than_300_lines()
    {
        var files = Repository.Files("src", ".cs", ".cshtml", ".ts", ".sql").Concat(Repository.Files("tests", ".cs"));

        Assert.Equal([], files.Where(file => Repository.Lines(file).Count() > LongestFile));
    }

    [Fact]
    public void Has_no_type_with_a_vague_name()
    {
        var names = Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs"))
            .SelectMany(file => TypeName().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value));

        // The framework finds tag helpers by that ending.
        Assert.Equal([], names.Where(name => !name.EndsWith("TagHelper", StringComparison.Ordinal)
            && _vague.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))));
    }

    [Fact]
    public void Has_projects_that_point_in_one_direction()
    {
        foreach (var file in Repository.Files("src", ".csproj"))
        {
            var references = XDocument.Parse(Repository.Read(file)).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

            Assert.Equal(_directions[Path.GetFileNameWithoutExtension(file)], references);
        }
    }

    [Fact]
    public void Has_a_protocol_that_knows_of_no_database_and_no_web_server()
    {
        var file = XDocument.Parse(Repository.Read("src/ActivityStreams/ActivityStreams.csproj"));
        var used = typeof(StrictJson).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        // Neither by what the compiled code uses nor by what its project could use.
        Assert.Equal([], used.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));
        Assert.Equal("Microsoft.NET.Sdk", file.Root!.Attribute("Sdk")!.Value);
        Assert.Empty(file.Descendants("FrameworkReference").Concat(file.Descendants("PackageReference")));
    }

    [Fact]
    public void Has_nothing_of_the_database_in_pages()
    {
        var pages = Repository.Files("src/Web", ".cs", ".cshtml").Where(file => OfDatabase().IsMatch(Repository.Read(file)));

        Assert.Equal([], pages);
    }

    [Fact]
    public void Says_when_work_is_done_in_one_file_of_Web_alone()
    {
        var files = Repository.Files("src/Web", ".cs", ".cshtml")
            .Where(file => Repository.Read(file).Contains("PostMoney.Jobs", StringComparison.Ordinal));

        Assert.True(files.Count() <= 1, string.Join(", ", files));
    }

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref) )+(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"Microsoft\.EntityFrameworkCore|Microsoft\.Data\.Sqlite|\bPostMoneyDb\b")]
    private static partial Regex OfDatabase();
}
