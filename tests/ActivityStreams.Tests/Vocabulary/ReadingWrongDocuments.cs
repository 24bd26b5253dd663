using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Vocabulary;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

/// <summary>The twenty documents that the W3C wants to see refused: what is wrong in them is not there in the typed view.</summary>
public sealed class ReadingWrongDocuments
{
    [Fact]
    public void Knows_each_of_the_twenty()
    {
        var tests = typeof(ReadingWrongDocuments).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false))
            .Select(data => (string)((InlineDataAttribute)data).Data[0]!);
        var files = Directory.GetFiles(Path.Combine(TestData.Find("activitystreams"), "test", "fail")).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(files.Order(StringComparer.Ordinal), tests.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bad-character-set")]
    public void Does_not_read_bytes_that_are_not_UTF_8(string name)
    {
        Assert.False(StrictJson.TryParse(Bytes(name), out _, out var problem));
        Assert.Equal(StrictJsonProblem.NotUtf8, problem);
    }

    [Theory]
    [InlineData("array-at-top")]
    [InlineData("number-at-top")]
    public void Takes_no_list_and_no_number_for_an_object(string name) => Assert.False(ActivityObject.TryRead(Root(name), out _));

    [Theory]
    [InlineData("string-at-top")]
    public void Takes_a_text_for_a_reference_whose_id_is_none(string name)
    {
        Assert.True(ActivityObject.TryRead(Root(name), out var document));
        Assert.True(document.IsReference);
        Assert.Null(document.Id);
    }

    [Theory]
    [InlineData("content-map-with-invalid-language-tag", "contentMap")]
    [InlineData("name-as-namemap", "nameMap")]
    [InlineData("namemap-as-name", "name")]
    [InlineData("number-as-actor", "actor")]
    [InlineData("number-as-content", "content")]
    [InlineData("number-as-id", "id")]
    [InlineData("number-as-name", "name")]
    [InlineData("number-as-object", "object")]
    [InlineData("number-as-type", "type")]
    [InlineData("relative-uri-for-url", "url")]
    [InlineData("collection-with-non-page-first", "first")]
    [InlineData("ordered-collection-with-non-page-first", "first")]
    public void Sees_no_value_where_there_is_one_of_the_wrong_kind_and_keeps_it(string name, string member)
    {
        Assert.True(ActivityObject.TryRead(Root(name), out var document));
        var (activity, collection) = (document.As<Activity>(), document.As<Collection>());
        object? value = member switch
        {
            "contentMap" => document.ContentMap.Count > 0 ? document.ContentMap : document.Content,
            "nameMap" => document.NameMap.Count > 0 ? document.NameMap : document.Name,
            "name" => document.Name,
            "actor" => activity.Actor,
            "content" => document.Content,
            "id" => document.Id,
            "object" => activity.Object,
            "type" => document.Type,
            "url" => document.Url.Single().Href,
            _ => collection.First,
        };

        Assert.Null(value);
        Assert.True(document.Has(member));
        Assert.True(JsonElement.DeepEquals(Root(name), document.ToJson()));
    }

    // Servers do send such collections, and nothing depends on the name.
    [Theory]
    [InlineData("ordered-collection-with-items")]
    [InlineData("unordered-collection-with-ordered-items")]
    public void Reads_the_items_of_a_collection_by_either_name(string name)
    {
        Assert.True(ActivityObject.TryRead(Root(name), out var document));
        Assert.Equal(2, document.As<Collection>().Items.Count);
    }

    [Theory]
    [InlineData("number-as-context", "invalid local context")]
    [InlineData("other-context", "loading remote context failed")]
    public void Refuses_a_context_that_is_none_or_not_known(string name, string problem)
    {
        Assert.False(PlainTerms.TryApply(Root(name), out _, out var found));
        Assert.Equal(problem, found.Code);
        Assert.NotEqual(JsonLdProblem.Rearranged, found);
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(TestData.Find("activitystreams"), "test", "fail", name + ".json"));

    private static JsonElement Root(string name)
    {
        Assert.True(StrictJson.TryParse(Bytes(name), out var root, out var problem), problem.ToString());
        return root;
    }
}
