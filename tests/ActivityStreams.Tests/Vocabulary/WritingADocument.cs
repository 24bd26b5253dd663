using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.ActivityStreams.Vocabulary.ValueFlows;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

public sealed class WritingADocument
{
    [Fact]
    public void Writes_a_note_in_the_shape_that_servers_know()
    {
        var note = new Note
        {
            Id = Id("https://n.test/notes/1"),
            AttributedTo = [ActivityObject.Reference(Id("https://n.test/u/amina"))],
            Content = "<p>The ladder is back, ünd dry</p>",
            Published = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(1)),
            To = [Audience.Everybody],
            Tag = [Link.Hashtag("https://n.test/tags/tools", "#tools")],
            Sensitive = false,
        };

        Assert.Equal(
            """
            {"@context":["https://www.w3.org/ns/activitystreams",{"Hashtag":"https://www.w3.org/ns/activitystreams#Hashtag","sensitive":"https://www.w3.org/ns/activitystreams#sensitive"}],"type":"Note","id":"https://n.test/notes/1","attributedTo":"https://n.test/u/amina","content":"<p>The ladder is back, ünd dry</p>","published":"2026-11-25T08:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"tag":[{"type":"Hashtag","href":"https://n.test/tags/tools","name":"#tools"}],"sensitive":false}
            """,
            System.Text.Encoding.UTF8.GetString(note.WithContext().ToUtf8()));
    }

    [Fact]
    public void Changes_one_value_and_leaves_the_original_alone()
    {
        var before = Views.Read<Note>("""{"type":"Note","content":"Bread","x-unknown":[1.50,{"a":null}]}""");
        var after = before with { Content = "Soup", Summary = null };

        Assert.Equal("""{"type":"Note","content":"Soup","x-unknown":[1.50,{"a":null}]}""", after.ToString());
        Assert.Equal("Bread", before.Content);
        Assert.NotEqual(before, after);
        Assert.Equal(before, after with { Content = "Bread" });
    }

    [Fact]
    public void Takes_a_value_away()
    {
        var note = Views.Read<Note>("""{"type":"Note","content":"Bread","tag":[{"type":"Mention"}]}""") with { Content = null, Tag = [] };
        Assert.Equal("""{"type":"Note"}""", note.ToString());
    }

    [Fact]
    public void Adds_a_shared_inbox_and_keeps_other_endpoints()
    {
        var actor = Views.Read<Actor>("""{"endpoints":{"proxyUrl":"https://n.test/proxy"}}""") with { SharedInbox = Id("https://n.test/inbox") };
        Assert.Equal("""{"endpoints":{"proxyUrl":"https://n.test/proxy","sharedInbox":"https://n.test/inbox"}}""", actor.ToString());
    }

    [Fact]
    public void Makes_an_object_of_a_reference_once_there_is_more_to_say()
    {
        var reference = ActivityObject.Reference(Id("https://n.test/u/amina"));
        Assert.Equal("\"https://n.test/u/amina\"", reference.ToString());
        Assert.Equal("""{"id":"https://n.test/u/amina","name":"Amina"}""", (reference with { Name = "Amina" }).ToString());
    }

    // What the words mean is in the context, so that a reader who knows JSON-LD alone understands all of them.
    [Fact]
    public void Explains_every_word_of_an_agreement()
    {
        var accept = new Activity
        {
            Type = "Accept",
            Actor = ActivityObject.Reference(Id("https://n.test/node")),
            Result = new Agreement
            {
                Id = Id("https://n.test/agreements/1"),
                Stipulates =
                [
                    new Commitment
                    {
                        Satisfies = ActivityObject.Reference(Id("https://n.test/needs/1#primary")),
                        ResourceQuantity = Measure.Count(1),
                        HasEnd = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero),
                    },
                ],
            },
        };

        var document = accept.WithContext("https://w3id.org/security/data-integrity/v2").ToJson();
        var options = JsonLdOptions.Default with { RefuseLoss = true };
        Assert.True(JsonLdProcessor.TryExpand(document, options, out var expanded, out var problem), problem?.Code);
        Assert.Contains("https://w3id.org/valueflows/ont/vf#satisfies", expanded.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("_:", expanded.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("https://w3id.org/security/data-integrity/v2", document.GetProperty("@context")[1].GetString());

        Assert.True(PlainTerms.TryApply(expanded[0], out var plain, out _));
        Assert.True(ActivityObject.TryRead(plain, out var again));
        Assert.Equal(1m, again.As<Activity>().Result!.As<Agreement>().Stipulates.Single().ResourceQuantity?.HasNumericalValue);
    }

    // FEP-c390 ends its names with a slash, where most proposals have a number sign.
    [Fact]
    public void Means_by_an_identity_statement_what_its_proposal_means()
    {
        var statement = new IdentityStatement { Subject = "did:key:z6Mk" };

        Assert.All([statement.WithContext(), statement.WithContext("https://w3id.org/fep/c390")], one =>
        {
            Assert.True(JsonLdProcessor.TryExpand(one.ToJson(), JsonLdOptions.Default, out var expanded, out var problem), problem?.Code);
            Assert.Contains("[\"https://w3id.org/fep/c390/VerifiableIdentityStatement\"]", expanded.GetRawText(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Explains_every_word_that_it_can_write()
    {
        // All properties in one object, each with some value: only the words that explain themselves are left out.
        var words = Views.All.Where(one => one.Property.CanWrite).Select(one => one.Property.Name).Distinct()
            .Select(name => char.ToLowerInvariant(name[0]) + name[1..])
            .Where(word => word is not ("audienceIds" or "types" or "objects" or "misskeyContent" or "hrefLang"));
        var document = Views.Read($$"""{{{string.Join(',', words.Select(word => $"\"{word}\":\"x\""))}}}""").WithContext().ToJson();

        Assert.True(JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out var expanded, out var problem), problem?.Code);
        Assert.Equal([], expanded[0].EnumerateObject().Select(member => member.Name).Where(name => name.StartsWith("_:", StringComparison.Ordinal)));
    }

    private static WebId Id(string text)
    {
        Assert.True(WebId.TryParse(text, out var id));
        return id;
    }
}
