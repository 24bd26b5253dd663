using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.Core.Categories.JsonSchemas;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Discovery;

public sealed class DescribingAServer(ITestOutputHelper output)
{
    private static readonly NodeInfo _town = new()
    {
        SoftwareName = "postmoney",
        SoftwareVersion = "0.1.0",
        Repository = "https://n.test/source",
        Homepage = "https://n.test/",
        TotalUsers = 12,
        ActiveMonth = 7,
        LocalPosts = 40,
        Metadata = [KeyValuePair.Create("policy", "sha-256:abc")],
    };

    [Theory]
    [InlineData(NodeInfoVersion.V20, "2.0")]
    [InlineData(NodeInfoVersion.V21, "2.1")]
    public void Writes_what_fits_the_official_schema(NodeInfoVersion version, string folder)
    {
        var schema = Schema(folder);
        var written = NodeInfoJson.Write(_town, version);
        var silent = NodeInfoJson.Write(new NodeInfo { SoftwareName = "postmoney", SoftwareVersion = "0.1.0" }, version);

        Assert.Equal([], schema.Check(JsonElement.Parse(written)));
        Assert.Equal([], schema.Check(JsonElement.Parse(silent)));
        Assert.DoesNotContain("total", Encoding.UTF8.GetString(silent), StringComparison.Ordinal);
        Assert.NotEmpty(schema.Check(JsonElement.Parse(NodeInfoJson.Write(_town with { SoftwareName = "Post Money" }, version))));
        output.WriteLine($"NodeInfo {folder}: fits its schema");
    }

    [Theory]
    [InlineData(NodeInfoVersion.V20, "2.0")]
    [InlineData(NodeInfoVersion.V21, "2.1")]
    public void Reads_the_official_example(NodeInfoVersion version, string folder)
    {
        var example = File.ReadAllBytes(Path.Combine(TestData.Find("discovery"), "nodeinfo", "schemas", folder, "example.json"));

        Assert.Equal([], Schema(folder).Check(JsonElement.Parse(example)));
        Assert.True(NodeInfoJson.TryRead(example, out var info));
        Assert.Equal(("diaspora", "0.5.0", 123L, 23L, 500L), (info.SoftwareName, info.SoftwareVersion, info.TotalUsers, info.ActiveMonth, info.LocalPosts));
        Assert.Equal(["diaspora"], info.Protocols);
        Assert.Equal(version == NodeInfoVersion.V21, info.Repository is not null);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.1")]
    [InlineData("2.2")]
    public void Refuses_the_official_examples_of_other_versions(string folder) => Assert.False(NodeInfoJson.TryRead(
        File.ReadAllBytes(Path.Combine(TestData.Find("discovery"), "nodeinfo", "schemas", folder, "example.json")), out _));

    [Theory]
    [InlineData("\"openRegistrations\":true", "\"openRegistrations\":1")]
    [InlineData("\"protocols\":[\"activitypub\"]", "\"protocols\":[]")]
    [InlineData("\"protocols\":[\"activitypub\"]", "\"protocols\":{}")]
    [InlineData("\"protocols\":[\"activitypub\"]", "\"protocols\":[1]")]
    [InlineData("\"total\":1", "\"total\":-1")]
    [InlineData("\"total\":1", "\"total\":1.5")]
    [InlineData("\"total\":1", "\"total\":\"1\"")]
    [InlineData("\"name\":\"x\"", "\"name\":\"\"")]
    [InlineData("\"name\":\"x\"", "\"nom\":\"x\"")]
    [InlineData("\"2.0\"", "2.0")]
    public void Refuses_wrong_types(string part, string instead)
    {
        const string Right =
            """{"version":"2.0","software":{"name":"x","version":"1"},"protocols":["activitypub"],"openRegistrations":true,"usage":{"users":{"total":1}}}""";

        Assert.True(NodeInfoJson.TryRead(Encoding.UTF8.GetBytes(Right), out _));
        Assert.False(NodeInfoJson.TryRead(Encoding.UTF8.GetBytes(Right.Replace(part, instead, StringComparison.Ordinal)), out _));
    }

    [Fact]
    public void Is_found_from_the_list_of_documents_with_the_server_s_own_actor()
    {
        var links = NodeInfoLinks.Of(
            new Dictionary<NodeInfoVersion, string>
            {
                [NodeInfoVersion.V21] = "https://n.test/nodeinfo/2.1",
                [NodeInfoVersion.V20] = "https://n.test/nodeinfo/2.0",
            },
            "https://n.test/actor");

        Assert.True(ResourceDescriptorJson.TryRead(ResourceDescriptorJson.Write(links), out var read));
        Assert.Equal((NodeInfoVersion.V21, "https://n.test/nodeinfo/2.1"), NodeInfoLinks.Choose(read));
        Assert.Equal("https://n.test/actor", ApplicationActor.FindIn(read));
        Assert.Null(NodeInfoLinks.Choose(read with { Links = [] }));
        Assert.Null(ApplicationActor.FindIn(read with { Links = [] }));
    }

    [Fact]
    public void Finds_the_server_s_own_actor_by_its_address()
    {
        Assert.Equal(
            "https://n.test/.well-known/webfinger?resource=https%3A%2F%2Fn.test%2F",
            ApplicationActor.QueryFor("https://n.test").At("n.test").AbsoluteUri);
        Assert.Equal("https://n.test/actor", ApplicationActor.FindIn(ApplicationActor.Describe("https://n.test", "https://n.test/actor")));
    }

    [Fact]
    public void Reads_the_same_from_XML_as_from_JSON()
    {
        var folder = Path.Combine(TestData.Find("discovery"), "rfc");

        Assert.True(ResourceDescriptorXml.TryRead(File.ReadAllBytes(Path.Combine(folder, "rfc6415-appendix-a.xrd.xml")), out var xml));
        var json = JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder, "rfc6415-appendix-a.jrd.json")));
        Assert.True(JsonElement.DeepEquals(json, JsonElement.Parse(ResourceDescriptorJson.Write(xml))));
        Assert.True(ResourceDescriptorXml.TryRead(ResourceDescriptorXml.Write(xml), out var again));
        Assert.True(JsonElement.DeepEquals(json, JsonElement.Parse(ResourceDescriptorJson.Write(again))));
        output.WriteLine("discovery: RFC 6415 appendix A, XML equals JSON");
    }

    [Fact]
    public void Says_in_host_meta_where_WebFinger_is()
    {
        Assert.True(ResourceDescriptorXml.TryRead(ResourceDescriptorXml.Write(HostMeta.Of("https://n.test")), out var read));
        Assert.Equal("https://n.test/.well-known/webfinger?resource={uri}", read.Find("lrdd", "application/jrd+json")!.Template);
    }

    // X-case of outside XML: no entity is ever resolved.
    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'><Subject>&a;</Subject></XRD>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'><Subject>&b;</Subject></XRD>")]
    [InlineData("<XRD><Subject>a</Subject></XRD>")]
    [InlineData("<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'><Link href='a'/></XRD>")]
    [InlineData("<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'><Expires>soon</Expires></XRD>")]
    [InlineData("<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>")]
    [InlineData("{}")]
    [InlineData("")]
    public void Refuses_hostile_or_broken_XML(string xml) =>
        Assert.False(ResourceDescriptorXml.TryRead(Encoding.UTF8.GetBytes(xml), out _));

    [Fact]
    public void Refuses_XML_that_is_too_large() => Assert.False(ResourceDescriptorXml.TryRead(
        Encoding.UTF8.GetBytes($"<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'><Subject>{new string('a', 262_144)}</Subject></XRD>"), out _));

    // They are of draft 04; what they use means the same in draft 2020-12 but for the name of the id.
    private static JsonSchema Schema(string folder)
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(TestData.Find("discovery"), "nodeinfo", "schemas", folder, "schema.json")))!.AsObject();
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema.Remove("id");
        return JsonSchema.Compile(JsonElement.Parse(schema.ToJsonString())).Granted();
    }
}
