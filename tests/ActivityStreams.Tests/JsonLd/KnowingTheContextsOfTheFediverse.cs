using System.Globalization;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;
using PostMoney.ActivityStreams.JsonLd.WellKnown;
using PostMoney.ActivityStreams.Tests.Proofs;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

public sealed class KnowingTheContextsOfTheFediverse(ITestOutputHelper output)
{
    [Fact]
    public void Every_built_in_context_means_what_its_published_document_means()
    {
        var published = PublishedContexts.Addresses;
        var terms = 0;
        Assert.All(WellKnownContexts.Addresses.Except([ContextTables.PostMoneyAddress]), address =>
        {
            Assert.Contains(address, published);
            terms += AssertSame(address, Compile(address, JsonLdOptions.Default), Compile(address, Published()));
        });

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"contexts: {WellKnownContexts.Addresses.Count}, terms: {terms}"));
        Assert.True(WellKnownContexts.Addresses.Count >= 25);
        Assert.True(terms > 500);
    }

    [Fact]
    public void Every_document_of_the_examples_means_the_same_with_the_built_in_contexts_as_with_the_published_ones()
    {
        var files = Directory.GetFiles(TestData.Find("examples"), "*.json", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(TestData.Find("payloads"), "*.json", SearchOption.AllDirectories));
        var same = 0;
        foreach (var file in files)
        {
            if (!ActivityStreams.Json.StrictJson.TryParse(File.ReadAllBytes(file), out var document, out _)
                || document.ValueKind != JsonValueKind.Object
                || !document.TryGetProperty("@context", out _)
                || !JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out var expanded, out _))
            {
                continue;
            }

            Assert.True(JsonLdProcessor.TryExpand(document, Published(), out var expected, out var problem), $"{file}: {problem}");
            Assert.True(SameDocument.Is(expected, expanded), file);
            same++;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documents of the fediverse: {same}"));
        Assert.True(same > 300);
    }

    [Fact]
    public void A_context_that_is_not_known_is_not_fetched()
    {
        var document = ProofForge.Element("""{"@context":"https://example.org/unknown","type":"Note"}""");

        Assert.False(JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out _, out var problem));
        Assert.Equal(JsonLdProblem.LoadingRemoteContextFailed, problem);
    }

    [Fact]
    public void A_context_that_is_known_can_be_given_on_by_a_loader_of_ones_own()
    {
        var asked = new List<string>();
        var options = new JsonLdOptions
        {
            Loader = address =>
            {
                asked.Add(address);
                return WellKnownContexts.Load(address);
            },
        };
        var document = ProofForge.Element("""{"@context":"https://www.w3.org/ns/activitystreams","type":"Note","content":"Bread"}""");

        Assert.True(JsonLdProcessor.TryExpand(document, options, out var expanded, out _));
        Assert.Equal(["https://www.w3.org/ns/activitystreams"], asked);
        Assert.Equal(
            """[{"@type":["https://www.w3.org/ns/activitystreams#Note"],"https://www.w3.org/ns/activitystreams#content":[{"@value":"Bread"}]}]""",
            expanded.GetRawText());
    }

    private static JsonLdOptions Published() => new() { Loader = PublishedContexts.Load };

    private static ActiveContext Compile(string address, JsonLdOptions options) =>
        new Run(options).Process(ActiveContext.Initial, new TextValue(address), null);

    private static int AssertSame(string place, ActiveContext ours, ActiveContext theirs)
    {
        Assert.Equal(theirs.Terms.Keys.Order(StringComparer.Ordinal), ours.Terms.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            (theirs.Vocab, theirs.Language, theirs.Direction, theirs.HasOwnBase),
            (ours.Vocab, ours.Language, ours.Direction, ours.HasOwnBase));
        var terms = ours.Terms.Count;
        foreach (var (name, definition) in ours.Terms)
        {
            var expected = theirs.Terms[name];
            Assert.Equal(
                expected with { Context = null, BaseUrl = null },
                definition with { Context = null, BaseUrl = null });
            Assert.Equal(expected.Context is null, definition.Context is null);
            if (definition.Context is not null)
            {
                var (own, published) = (Scoped(definition, JsonLdOptions.Default), Scoped(expected, Published()));
                terms += AssertSame($"{place} {name}", own, published);
            }
        }

        return terms;
    }

    // Alone, without the terms around it: these are compared already, and would be followed for ever.
    private static ActiveContext Scoped(TermDefinition definition, JsonLdOptions options) =>
        new Run(options).Process(ActiveContext.Initial, definition.Context!, definition.BaseUrl);
}
