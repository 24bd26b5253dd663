using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Vocabulary;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

/// <summary>All documents of the shared data: of eight servers, the W3C, the FEPs, Mastodon's documentation, ValueFlows.</summary>
public sealed class ReadingDocumentsOfOthers(ITestOutputHelper output)
{
    private static readonly string[] _endings = [".json", ".jsonld", ".jsonldb"];

    [Fact]
    public void Reads_every_document_in_every_view_and_keeps_every_property()
    {
        var (documents, objects, values) = (0, 0, 0);
        foreach (var (file, root) in Documents())
        {
            foreach (var json in Views.ObjectsIn(root))
            {
                Assert.True(ActivityObject.TryRead(json, out var document), file);
                Assert.Equal(Canonical(json), Canonical(document.ToJson()));
                values += Views.All.Count(one => Views.ValueOf(one.Property, document.LookAtAs(one.Kind)) is not (null or bool));
                objects++;
            }

            documents++;
        }

        Say($"documents: {documents}, objects in them: {objects}, values read: {values}");
        Assert.True(documents > 700);
        Assert.True(objects > 2_500);
    }

    [Fact]
    public void Writes_every_value_that_it_reads_so_that_it_reads_the_same_and_changes_nothing_else()
    {
        var values = 0;
        foreach (var (file, root) in Documents())
        {
            foreach (var json in Views.ObjectsIn(root))
            {
                Assert.True(ActivityObject.TryRead(json, out var document));
                values += Views.All.Where(one => one.Property.CanWrite).Sum(one => WriteAgain(file, document, one.Kind, one.Property));
            }
        }

        Say($"values written: {values}");
        Assert.True(values > 7_500);
    }

    [Fact]
    public void Finds_nearly_all_of_them_in_plain_names_and_can_read_the_others_too()
    {
        var (plain, renamed) = (0, 0);
        var refused = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (file, root) in Documents().Where(document => document.Root.ValueKind == JsonValueKind.Object))
        {
            if (!PlainTerms.TryApply(root, out var named, out var problem))
            {
                refused[problem.Code] = refused.GetValueOrDefault(problem.Code) + 1;
            }
            else if (JsonElement.DeepEquals(root, named))
            {
                Assert.True(PlainTerms.ArePlain(root), file);
                plain++;
            }
            else
            {
                Assert.True(PlainTerms.ArePlain(named), file);
                renamed++;
                output.WriteLine($"renamed: {Path.GetFileName(file)}");
            }
        }

        Say($"plain: {plain}, renamed: {renamed}, refused: {string.Join(", ", refused.Select(one => $"{one.Key} {one.Value}"))}");
        Assert.True(plain > 500);
    }

    // Setting a property of a fresh view is what an object initializer does.
    private static int WriteAgain(string file, ActivityObject document, Type kind, PropertyInfo property)
    {
        var value = Views.ValueOf(property, document.LookAtAs(kind));
        if (value is null)
        {
            return 0;
        }

        var written = document.LookAtAs(kind);
        property.SetValue(written, property.GetValue(written));
        Assert.True(ActivityObject.TryRead(written.ToJson(), out var again), file);
        Assert.Equal(value, Views.ValueOf(property, again.LookAtAs(kind)));

        var changed = document.Names.Where(name => !JsonElement.DeepEquals(document.Get(name), again.Get(name))).ToList();
        Assert.True(changed.Count <= 1, $"{file}: {property.Name} changed {string.Join(", ", changed)}");
        return 1;
    }

    private List<(string File, JsonElement Root)> Documents()
    {
        var documents = new List<(string File, JsonElement Root)>();
        var passed = new SortedDictionary<StrictJsonProblem, int>();
        foreach (var file in new[] { "payloads", "examples", "activitystreams/test" }
            .SelectMany(suite => Directory.GetFiles(TestData.Find(suite), "*", SearchOption.AllDirectories))
            .Where(file => _endings.Contains(Path.GetExtension(file)) && !file.Contains("/fail/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            if (StrictJson.TryParse(File.ReadAllBytes(file), out var root, out var problem))
            {
                documents.Add((file, root));
            }
            else
            {
                passed[problem] = passed.GetValueOrDefault(problem) + 1;
                output.WriteLine($"not read: {Path.GetFileName(file)}: {problem}");
            }
        }

        Say($"read: {documents.Count}, not read: {string.Join(", ", passed.Select(one => $"{one.Key} {one.Value}"))}");
        return documents;
    }

    private static string Canonical(JsonElement json) => System.Text.Encoding.UTF8.GetString(JsonCanonicalization.Canonicalize(json));

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
