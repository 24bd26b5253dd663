using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.ActivityStreams.Vocabulary.ValueFlows;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

public sealed class GivingPlainNames
{
    [Fact]
    public void Reads_a_document_whose_context_has_other_names()
    {
        var note = Plain("""
            {"@context":{"Notiz":"https://www.w3.org/ns/activitystreams#Note","von":{"@id":"https://www.w3.org/ns/activitystreams#attributedTo","@type":"@id"},
             "text":"https://www.w3.org/ns/activitystreams#content","am":{"@id":"https://www.w3.org/ns/activitystreams#published","@type":"http://www.w3.org/2001/XMLSchema#dateTime"}},
             "@id":"https://n.test/1","@type":"Notiz","von":"https://n.test/u/amina","text":"Die Leiter ist zurück","am":"2026-11-25T08:00:00Z"}
            """).As<Note>();

        Assert.Equal(("Note", "https://n.test/1", "Die Leiter ist zurück"), (note.Type, note.Id?.Value, note.Content));
        Assert.Equal("https://n.test/u/amina", note.AttributedTo.Single().Id?.Value);
        Assert.NotNull(note.Published);
    }

    [Fact]
    public void Reads_an_expanded_document()
    {
        var activity = Plain("""
            {"@context":{},"@id":"https://n.test/like/1","@type":["https://www.w3.org/ns/activitystreams#Like"],
             "https://www.w3.org/ns/activitystreams#actor":[{"@id":"https://n.test/u/amina"}],
             "https://www.w3.org/ns/activitystreams#object":[{"@id":"https://o.test/1"}],
             "https://www.w3.org/ns/activitystreams#content":[{"@value":"Danke","@language":"de"}]}
            """).As<Activity>();

        Assert.Equal(("Like", "https://n.test/u/amina", "https://o.test/1"), (activity.Type, activity.Actor?.Id?.Value, activity.Object?.Id?.Value));
        Assert.Equal("Danke", activity.Content);
    }

    // The context says that a quote is a text, and ours that it is an id: compaction alone would keep its IRI as the name.
    [Fact]
    public void Reads_values_that_are_not_of_the_type_that_is_usual()
    {
        var note = Plain("""
            {"@context":["https://www.w3.org/ns/activitystreams",{"zitat":"https://w3id.org/fep/044f#quote","wann":"as:published"}],
             "type":"Note","zitat":"https://o.test/1","wann":"2026-11-25T08:00:00Z"}
            """).As<Note>();

        Assert.Equal("https://o.test/1", note.Quote?.Id?.Value);
        Assert.NotNull(note.Published);
    }

    [Fact]
    public void Reads_a_proposal_under_a_prefix()
    {
        var proposal = Plain("""
            {"@context":["https://www.w3.org/ns/activitystreams",{"vf":"https://w3id.org/valueflows/ont/vf#"}],
             "type":"vf:Proposal","id":"https://n.test/p","vf:purpose":"request","vf:publishes":{"type":"vf:Intent","vf:action":"use"}}
            """).As<Proposal>();

        Assert.Equal(("Proposal", Proposal.Request, "use"), (proposal.Type, proposal.Purpose, proposal.Publishes.Single().Action));
    }

    [Theory]
    [InlineData("""{"type":"Note","content":"x","unknown":{"name":1}}""")]
    [InlineData("""{"@context":"https://www.w3.org/ns/activitystreams","type":"Note","content":"x","unknown":1}""")]
    [InlineData("""{"@context":["https://www.w3.org/ns/activitystreams",{"schema":"http://schema.org/","PropertyValue":"schema:PropertyValue"}],"type":["PropertyValue","schema:Thing"],"schema:bday":"1999"}""")]
    public void Leaves_plain_documents_as_they_are(string json)
    {
        var document = Views.Read(json).ToJson();
        Assert.True(PlainTerms.TryApply(document, out var plain, out _));
        Assert.Equal(document.GetRawText(), plain.GetRawText());
    }

    // O-15: which of the two counts would depend on the reader.
    [Fact]
    public void Sees_two_spellings_of_one_property_as_two_values()
    {
        var document = Views.Read("""{"@context":"https://www.w3.org/ns/activitystreams","type":"Create","actor":"https://n.test/u/amina","as:actor":{"id":"https://m.test/u/mallory"}}""");
        Assert.False(PlainTerms.ArePlain(document.ToJson()));

        var activity = Plain(document.ToString()).As<Activity>();
        Assert.True(activity.Has("actor"));
        Assert.Null(activity.Actor);
    }

    // O-14
    [Theory]
    [InlineData("""{"@context":"https://www.w3.org/ns/activitystreams","@graph":[{"type":"Note"}]}""")]
    [InlineData("""{"@context":"https://www.w3.org/ns/activitystreams","type":"Create","object":{"tag":[{"@included":{"type":"Accept"}}]}}""")]
    [InlineData("""{"@context":"https://www.w3.org/ns/activitystreams","type":"Create","object":{"@reverse":{"object":"https://n.test/1"}}}""")]
    [InlineData("""{"@context":["https://www.w3.org/ns/activitystreams",{"all":"@graph"}],"all":[{"type":"Note"}]}""")]
    [InlineData("""{"@context":["https://www.w3.org/ns/activitystreams",{"also":{"@id":"@included"}}],"also":{"type":"Accept"}}""")]
    [InlineData("""{"@context":["https://www.w3.org/ns/activitystreams",{"by":{"@reverse":"as:object"}}],"by":"https://n.test/1"}""")]
    [InlineData("""{"type":"Note","@graph":[]}""")]
    public void Refuses_what_makes_something_else_of_a_document(string json)
    {
        Assert.False(PlainTerms.TryApply(Views.Read(json).ToJson(), out _, out var problem));
        Assert.Equal(JsonLdProblem.Rearranged, problem);
    }

    // Without a context that of ActivityStreams is meant, and the second spelling would be read by others.
    [Fact]
    public void Sees_them_without_a_context_too()
    {
        var activity = Plain("""{"type":"Create","actor":"https://n.test/u/amina","as:actor":{"id":"https://m.test/u/mallory"},"unknown":1}""").As<Activity>();
        Assert.Null(activity.Actor);
        Assert.Equal(1, activity.Get("unknown").GetInt32());
    }

    [Fact]
    public void Does_not_take_one_of_our_names_for_another_word()
    {
        var document = Views.Read("""{"@context":["https://www.w3.org/ns/activitystreams",{"content":"as:summary","actor":"https://other.test/player"}],"type":"Note","content":"x","actor":"y"}""").ToJson();
        Assert.True(PlainTerms.TryApply(document, out var plain, out _));
        Assert.True(ActivityObject.TryRead(plain, out var note));

        Assert.Equal(("x", null, false), (note.Summary, note.Content, note.Has("actor")));
    }

    [Fact]
    public void Looks_into_the_contexts_of_single_terms() => Assert.Equal("x", Plain("""
        {"@context":["https://www.w3.org/ns/activitystreams",{"object":{"@id":"as:object","@type":"@id","@context":{"text":"as:content"}}}],
         "type":"Create","object":{"type":"Note","text":"x"}}
        """).As<Activity>().Object?.Content);

    private static ActivityObject Plain(string json)
    {
        Assert.True(PlainTerms.TryApply(Views.Read(json).ToJson(), out var plain, out var problem), problem?.Code);
        Assert.True(PlainTerms.ArePlain(plain));
        Assert.True(ActivityObject.TryRead(plain, out var document));
        return document;
    }
}
