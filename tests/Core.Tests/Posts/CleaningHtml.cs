using PostMoney.Core.Federation.Documents;
using Xunit;

namespace PostMoney.Core.Tests.Posts;

/// <summary>What a stranger's HTML becomes: text and the few elements that posts are made of.</summary>
public sealed class CleaningHtml
{
    [Theory]
    [InlineData("<p>Hello <b>you</b></p>", "<p>Hello <b>you</b></p>")]
    [InlineData("<p>a<br>b</p>", "<p>a<br>b</p>")]
    [InlineData("<script>alert(1)</script>after", "after")]
    [InlineData("<p onclick=\"x()\" style=\"color:red\" id=\"a\">a</p>", "<p>a</p>")]
    [InlineData("<img src=x onerror=alert(1)>a", "a")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "a")]
    [InlineData("<a href=\"JaVa\nScript:alert(1)\">a</a>", "a")]
    [InlineData("<a href=\"https://user:pass@e.test/\">a</a>", "a")]
    [InlineData("<a href=\"https://e.test/?a=1&amp;b=%22\" target=\"_blank\">a</a>", "<a href=\"https://e.test/?a=1&amp;b=%22\" rel=\"nofollow noopener noreferrer\">a</a>")]
    [InlineData("<h1>Title</h1><h7>b</h7>", "<p>Title</p>b")]
    [InlineData("<svg><a href=\"https://e.test\"><text>a</text></a></svg>b", "b")]
    [InlineData("<math><mi><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mi></math>b", "b")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">a</p></noscript>b", "b")]
    [InlineData("<span class=\"invisible evil\">https://</span>", "<span class=\"invisible\">https://</span>")]
    [InlineData("<p>1 < 2 & 3 > 2 \"so\"</p>", "<p>1 &lt; 2 &amp; 3 &gt; 2 &quot;so&quot;</p>")]
    [InlineData("<!-- a --><p>b<!-- <script> --></p>", "<p>b</p>")]
    [InlineData("<form action=\"https://e.test\"><input name=a>sign in</form>b", "b")]
    public void Leaves_what_is_on_the_list_and_nothing_else(string hostile, string clean) => Assert.Equal(clean, CleanHtml.Of(hostile));

    [Fact]
    public void Changes_nothing_when_it_is_done_twice()
    {
        const string Hostile = "<div><p>a <em>b</em> <a href='https://e.test/x'>c</a></p><ul><li>d</ul><blockquote>e";

        Assert.Equal(CleanHtml.Of(Hostile), CleanHtml.Of(CleanHtml.Of(Hostile)));
    }

    [Fact]
    public void Ends_at_some_depth_and_some_length()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 10_000)) + "a";

        Assert.DoesNotContain("a", CleanHtml.Of(deep), StringComparison.Ordinal);
        Assert.True(CleanHtml.Of(new string('a', 200_000)).Length <= CleanHtml.Longest);
    }

    [Fact]
    public void Makes_lines_of_paragraphs_where_only_text_is_wanted() =>
        Assert.Equal("a\nb & c", CleanHtml.TextOf("<p>a</p><p>b &amp; <b>c</b></p><script>d</script>"));
}
