using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Discovery;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Discovery;

public sealed class FindingAnActorByName(ITestOutputHelper output)
{
    private const string Bilal = "https://n.test/u/bilal";

    [Theory]
    [InlineData("acct:bilal@n.test", "acct:bilal@n.test")]
    [InlineData("ACCT:Bilal@N.test", "acct:Bilal@n.test")]
    [InlineData("acct:bil.al_-~1@n.test:8443", "acct:bil.al_-~1@n.test:8443")]
    public void Reads_the_name_of_an_account(string text, string expected)
    {
        Assert.True(AcctUri.TryParse(text, out var uri));
        Assert.Equal(expected, uri.ToString());
        Assert.True(AcctUri.TryParseHandle("@" + text[5..], out var same));
        Assert.Equal(uri, same);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("acct:")]
    [InlineData("acct:bilal")]
    [InlineData("acct:@n.test")]
    [InlineData("acct:bilal@")]
    [InlineData("acct:bi lal@n.test")]
    [InlineData("acct:bilal@x@n.test")]
    [InlineData("acct:bilal%40x@n.test")]
    [InlineData("acct:bilal@n.test/path")]
    [InlineData("acct:bilal@n.test?x")]
    [InlineData("acct:bilal@n.test:443")]
    [InlineData("acct:bilal@n.test.")]
    [InlineData("acct:bilal@127.0.0.1")]
    [InlineData("acct:bilal@0x7f000001")]
    [InlineData("acct:bilal@[::1]")]
    [InlineData("acct:bilal@bücher.test")]
    [InlineData("acct:bilal@n.test#x")]
    [InlineData("https://n.test/u/bilal")]
    public void Refuses_what_is_no_name(string? text)
    {
        Assert.False(AcctUri.TryParse(text, out _));
        Assert.False(text?.StartsWith("acct:", StringComparison.Ordinal) == true && AcctUri.TryParseHandle(text[5..], out _));
    }

    [Fact]
    public void Understands_the_question_of_the_RFC()
    {
        var example = Example();
        var request = example.GetProperty("request").GetString()!;

        Assert.True(WebFingerQuery.TryParse(request[request.IndexOf('?', StringComparison.Ordinal)..], out var query));
        Assert.Equal(example.GetProperty("resource").GetString(), query.Resource);
        Assert.Equal(example.GetProperty("rel").EnumerateArray().Select(rel => rel.GetString()), query.Rels);
        Assert.Equal("https://example.com" + request[4..], query.At("example.com").AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rel=self")]
    [InlineData("resource=")]
    [InlineData("resource")]
    [InlineData("resource=bilal")]
    [InlineData("resource=acct:bilal@n.test&resource=acct:ewa@n.test")]
    [InlineData("resource=acct:bilal%4")]
    [InlineData("resource=acct:bilal%zz@n.test")]
    [InlineData("resource=acct:bilal%00@n.test")]
    [InlineData("resource=acct:bilal%0d%0a@n.test")]
    [InlineData("resource=acct:bilal%ff@n.test")]
    [InlineData("Resource=acct:bilal@n.test")]
    public void Refuses_a_question_without_one_resource(string query) => Assert.False(WebFingerQuery.TryParse(query, out _));

    [Fact]
    public void Stops_at_its_limits_and_not_before()
    {
        const string Asked = "resource=acct:a@n.test";

        Assert.True(WebFingerQuery.TryParse(Asked + Rels(WebFingerQuery.MaximumRels), out _));
        Assert.False(WebFingerQuery.TryParse(Asked + Rels(WebFingerQuery.MaximumRels + 1), out _));
        Assert.False(WebFingerQuery.TryParse(Asked + new string('x', WebFingerQuery.MaximumResourceLength), out _));

        static string Rels(int count) => string.Concat(Enumerable.Repeat("&rel=self", count));
    }

    [Theory]
    [InlineData("rfc7033-4.4-jrd.json")]
    [InlineData("rfc6415-appendix-a.jrd.json")]
    public void Reads_and_writes_the_documents_of_the_RFCs(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(TestData.Find("discovery"), "rfc", file));

        Assert.True(ResourceDescriptorJson.TryRead(bytes, out var descriptor));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(bytes), JsonElement.Parse(ResourceDescriptorJson.Write(descriptor))));
        output.WriteLine($"discovery: {file} read and written");
    }

    [Fact]
    public void Answers_with_the_links_that_were_asked_for()
    {
        Assert.True(ResourceDescriptorJson.TryRead(Encoding.UTF8.GetBytes(Example().GetProperty("jrd").GetRawText()), out var descriptor));

        Assert.Equal(2, descriptor.OnlyLinks([]).Links.Count);
        var one = Assert.Single(descriptor.OnlyLinks(["http://webfinger.example/rel/businesscard"]).Links);
        Assert.Equal("https://www.example.com/~bob/bob.vcf", one.Href);
        Assert.Empty(descriptor.OnlyLinks(["self"]).Links);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"subject\":1}")]
    [InlineData("{\"subject\":null}")]
    [InlineData("{\"links\":{}}")]
    [InlineData("{\"links\":[{\"href\":\"https://n.test/\"}]}")]
    [InlineData("{\"links\":[{\"rel\":\"self\",\"href\":[\"https://n.test/\"]}]}")]
    [InlineData("{\"links\":[\"self\"]}")]
    [InlineData("{\"aliases\":[1]}")]
    [InlineData("{\"properties\":{\"a\":1}}")]
    [InlineData("{\"links\":[{\"rel\":\"self\",\"titles\":{\"en\":null}}]}")]
    [InlineData("{\"expires\":\"soon\"}")]
    [InlineData("{\"subject\":\"a\",\"subject\":\"b\"}")]
    public void Refuses_a_descriptor_of_wrong_types(string json) =>
        Assert.False(ResourceDescriptorJson.TryRead(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void Refuses_a_descriptor_of_too_many_links() => Assert.False(ResourceDescriptorJson.TryRead(
        Encoding.UTF8.GetBytes("{\"links\":[" + string.Join(',', Enumerable.Repeat("{\"rel\":\"a\"}", 101)) + "]}"), out _));

    // S-34: both sides must say so.
    [Fact]
    public void Binds_a_name_only_where_its_own_host_names_the_actor()
    {
        _ = AcctUri.TryParse("acct:bilal@n.test", out var bilal);
        _ = AcctUri.TryParse("acct:chen@p.test", out var chen);
        var answer = Handles.Describe(bilal!, Bilal, "https://n.test/@bilal");

        Assert.True(ResourceDescriptorJson.TryRead(ResourceDescriptorJson.Write(answer), out var read));
        Assert.True(Handles.Confirms(read, bilal!, Bilal));
        Assert.False(Handles.Confirms(read, bilal!, "https://n.test/u/Bilal"));
        Assert.False(Handles.Confirms(read, chen!, Bilal));
        Assert.False(Handles.Confirms(read with { Subject = null }, bilal!, Bilal));
        Assert.False(Handles.Confirms(read with { Links = [new ResourceLink("self", "text/html", Bilal)] }, bilal!, Bilal));
        Assert.True(Handles.Confirms(
            read with { Links = [new ResourceLink("self", "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"", Bilal)] },
            bilal!,
            Bilal));
    }

    private static JsonElement Example() =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(TestData.Find("discovery"), "rfc", "rfc7033-4.3-rel-filter.json")));
}
