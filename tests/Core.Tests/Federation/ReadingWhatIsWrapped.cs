using System.Text.Json;
using PostMoney.Core.Federation.Documents;
using Xunit;

namespace PostMoney.Core.Tests.Federation;

/// <summary>An activity within the announcement of a group, each with a context of its own.</summary>
public sealed class ReadingWhatIsWrapped
{
    private const string Clash = """["https://www.w3.org/ns/activitystreams", {"type": "https://other.example/type"}]""";

    [Fact]
    public void Reads_each_by_its_own_context()
    {
        Assert.True(PlainDocument.TryRead(Wrapped("Announce", """["https://www.w3.org/ns/activitystreams", {"Note": "as:Note", "DataIntegrityProof": "https://other.example/proof"}]"""), out var plain));

        Assert.Equal(("Announce", "Create"), (plain.GetProperty("type").GetString(), plain.GetProperty("object").GetProperty("type").GetString()));
        Assert.Equal("https://p.example/notes/1", plain.GetProperty("object").GetProperty("object").GetString());
    }

    [Fact]
    public void Refuses_what_is_within_another_activity_or_rearranges_itself()
    {
        Assert.False(PlainDocument.TryRead(Wrapped("Like", Clash), out _));
        Assert.False(PlainDocument.TryRead(Wrapped("Announce", """["https://www.w3.org/ns/activitystreams", {"DataIntegrityProof": "https://other.example/proof"}]""", ", \"@type\": \"Delete\""), out _));
    }

    private static JsonElement Wrapped(string type, string context, string more = "") => JsonElement.Parse(
        $$$"""
        {"@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/data-integrity/v2"],
         "id": "https://g.example/1", "type": "{{{type}}}", "actor": "https://g.example/g",
         "object": {"@context": {{{context}}}, "id": "https://p.example/1", "type": "Create", "actor": "https://p.example/u", "object": "https://p.example/notes/1"{{{more}}}}}
        """);
}
