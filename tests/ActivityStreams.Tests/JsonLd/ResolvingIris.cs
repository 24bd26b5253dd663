using PostMoney.ActivityStreams.JsonLd;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.JsonLd;

public sealed class ResolvingIris
{
    private const string Base = "http://a/b/c/d;p?q";

    // RFC 3986 §5.4.1 and §5.4.2.
    [Theory]
    [InlineData("g:h", "g:h")]
    [InlineData("g", "http://a/b/c/g")]
    [InlineData("./g", "http://a/b/c/g")]
    [InlineData("g/", "http://a/b/c/g/")]
    [InlineData("/g", "http://a/g")]
    [InlineData("//g", "http://g")]
    [InlineData("?y", "http://a/b/c/d;p?y")]
    [InlineData("g?y", "http://a/b/c/g?y")]
    [InlineData("#s", "http://a/b/c/d;p?q#s")]
    [InlineData("g#s", "http://a/b/c/g#s")]
    [InlineData("g?y#s", "http://a/b/c/g?y#s")]
    [InlineData(";x", "http://a/b/c/;x")]
    [InlineData("g;x?y#s", "http://a/b/c/g;x?y#s")]
    [InlineData("", "http://a/b/c/d;p?q")]
    [InlineData(".", "http://a/b/c/")]
    [InlineData("./", "http://a/b/c/")]
    [InlineData("..", "http://a/b/")]
    [InlineData("../g", "http://a/b/g")]
    [InlineData("../..", "http://a/")]
    [InlineData("../../g", "http://a/g")]
    [InlineData("../../../g", "http://a/g")]
    [InlineData("/./g", "http://a/g")]
    [InlineData("/../g", "http://a/g")]
    [InlineData("g.", "http://a/b/c/g.")]
    [InlineData("..g", "http://a/b/c/..g")]
    [InlineData("./g/.", "http://a/b/c/g/")]
    [InlineData("g/../h", "http://a/b/c/h")]
    [InlineData("g;x=1/../y", "http://a/b/c/y")]
    [InlineData("g?y/../x", "http://a/b/c/g?y/../x")]
    [InlineData("g#s/../x", "http://a/b/c/g#s/../x")]
    public void Follows_the_examples_of_RFC_3986(string reference, string expected) =>
        Assert.Equal(expected, Iris.Resolve(Base, reference));

    [Theory]
    [InlineData("http://a/b/c/d;p?q")]
    [InlineData("http://a/b/c/d;p?q#s")]
    [InlineData("http://a/b/c/d;p?y")]
    [InlineData("http://a/b/c/d;p")]
    [InlineData("http://a/b/c/")]
    [InlineData("http://a/b/c/g:h")]
    [InlineData("http://a/b/g")]
    [InlineData("http://a/b")]
    [InlineData("http://a/")]
    [InlineData("http://a")]
    [InlineData("http://a/x/y?z#s")]
    [InlineData("http://b/c")]
    [InlineData("https://a/b/c/d")]
    [InlineData("urn:uuid:1")]
    public void Shortens_to_what_resolves_to_the_same(string iri)
    {
        Assert.Equal(iri, Iris.Resolve(Base, Iris.Relativize(Base, iri)));
        Assert.Equal(iri, Iris.Resolve("http://a/b/c/", Iris.Relativize("http://a/b/c/", iri)));
    }
}
