using PostMoney.Core.Posts;
using Xunit;

namespace PostMoney.Core.Tests.Posts;

/// <summary>What a member has written, as HTML, and whom and what it names.</summary>
public sealed class WhatIsWritten
{
    [Theory]
    [InlineData("@chen and @ruth@harbour.test:41234.", "chen", "ruth@harbour.test:41234")]
    [InlineData("mail me at amina@example.org", null, null)]
    [InlineData("@chen @chen @CHEN", "chen", null)]
    [InlineData("https://p.test/@ruth", null, null)]
    public void Names_people(string text, string? first, string? second) =>
        Assert.Equal(new[] { first, second }.OfType<string>(), PostText.Mentions(text));

    [Theory]
    [InlineData("#Tools and #ladders_2!", "tools", "ladders_2")]
    [InlineData("a#b https://p.test/#top &#39;", null, null)]
    public void Has_hashtags(string text, string? first, string? second) =>
        Assert.Equal(new[] { first, second }.OfType<string>(), PostText.Tags(text));

    [Fact]
    public void Becomes_paragraphs_and_links_with_everything_else_encoded() =>
        Assert.Equal(
            "<p>&lt;b&gt; <a class=\"mention\" href=\"https://n.test/@chen\">@chen</a>,<br>see <a href=\"https://p.test/a?b=1&amp;c=2\" rel=\"nofollow noopener noreferrer\">https://p.test/a?b=1&amp;c=2</a>.</p>"
            + "<p><a class=\"hashtag\" href=\"https://n.test/tags/tools\" rel=\"tag\">#tools</a> @nobody</p>",
            PostText.ToHtml(
                "<b> @chen,\nsee https://p.test/a?b=1&c=2.\n\n#tools @nobody",
                new Dictionary<string, string> { ["chen"] = "https://n.test/@chen" },
                tag => $"https://n.test/tags/{tag}"));

    [Fact]
    public void Never_ends_in_a_crash_or_a_wait_whatever_it_is()
    {
        foreach (var text in new[] { new string('@', 5_000), new string('#', 5_000), "https://" + new string('.', 4_000), "@a@" + new string('a', 4_000), "\ud800 @\ud800" })
        {
            _ = PostText.ToHtml(text, new Dictionary<string, string>(), tag => tag);
            _ = PostText.Mentions(text);
            _ = PostText.Tags(text);
        }
    }
}
