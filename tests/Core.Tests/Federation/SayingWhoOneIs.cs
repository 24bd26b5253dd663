using PostMoney.Core.Access;
using PostMoney.Core.Federation.Profiles;
using PostMoney.Core.Foundation;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Federation;

/// <summary>What a member says of themselves on their page.</summary>
public sealed class SayingWhoOneIs : InTown
{
    [Fact]
    public async Task Is_read_by_everybody_as_text_whatever_it_holds()
    {
        var saved = await SayAsync(Town.Amina, new ProfileForm("Amina <b>", "I mend\nthings. <script>alert(1)</script>\n\nMondays.",
            [("Site", "https://amina.example/?a=1&b=\"2"), ("", ""), ("Odd", "javascript:alert(1)"), ("<i>", "https://x.example onclick=y")]));

        Assert.True(saved.IsGranted);
        var page = (await PageAsync("amina"))!;
        Assert.Equal("Amina <b>", page.Name);
        Assert.Equal("<p>I mend<br>things. &lt;script&gt;alert(1)&lt;/script&gt;</p><p>Mondays.</p>", page.Summary);
        Assert.Equal(
            [
                "<a href=\"https://amina.example/?a=1&amp;b=%222\" rel=\"me nofollow noopener noreferrer\">https://amina.example/?a=1&amp;b=&quot;2</a>",
                "javascript:alert(1)", "https://x.example onclick=y",
            ],
            page.Fields.Select(field => field.Html));
        Assert.Equal(["Site", "Odd", "<i>"], page.Fields.Select(field => field.Name));
    }

    [Fact]
    public async Task Is_each_members_own()
    {
        await SayAsync(Town.Amina, new ProfileForm("Amina", "I mend things.", []));
        await SayAsync(Town.Bilal, new ProfileForm("Bilal", "I bake.", [("Bread", "Fridays")]));

        Assert.Equal("<p>I mend things.</p>", (await PageAsync("amina"))!.Summary);
        Assert.Empty((await PageAsync("amina"))!.Fields);
        Assert.Equal("members-only", (await SayAsync(Town.Zoe, new ProfileForm("Zoe", "", []))).Refusal.Code);
    }

    [Fact]
    public async Task Has_four_lines_at_most_and_replaces_what_was_said_before()
    {
        var lines = Enumerable.Range(1, 5).Select(i => ($"Line {i}", "Text")).ToList();
        Assert.Equal("member.field-name", (await SayAsync(Town.Amina, new ProfileForm("Amina", "", lines))).Refusal.Code);

        Assert.True((await SayAsync(Town.Amina, new ProfileForm("Amina", "", [.. lines.Take(4)]))).IsGranted);
        Assert.True((await SayAsync(Town.Amina, new ProfileForm("Amina", "", [("Only", "this")]))).IsGranted);

        Assert.Equal("Only", Assert.Single((await PageAsync("amina"))!.Fields).Name);
    }

    [Theory]
    [InlineData("<a rel=\"me\" href=\"https://n.test/@amina\">", true)]
    [InlineData("<a rel='nofollow ME' href=' https://n.test/@amina/ '>", true)]
    [InlineData("<link rel=me href=https://n.test/u/amina>", true)]
    [InlineData("<a href=\"https://n.test/@amina\">", false)]
    [InlineData("<a rel=\"mean\" href=\"https://n.test/@amina\">", false)]
    [InlineData("<a rel=\"me\" href=\"https://n.test/@aminata\">", false)]
    [InlineData("<a rel=\"me\" href=\"https://evil.test/https://n.test/@amina\">", false)]
    [InlineData("<!-- <a rel=\"me\" href=\"https://n.test/@amina\"> -->", false)]
    [InlineData("<textarea><a rel=\"me\" href=\"https://n.test/@amina\"></textarea>", false)]
    [InlineData("<script>'<a rel=\"me\" href=\"https://n.test/@amina\">'</script>", false)]
    [InlineData("<title>x</title><script>1</script><a rel=\"me\" href=\"https://n.test/&#64;amina\">", true)]
    [InlineData("<a href=\"https://n.test/@amina\" rel=\"me", false)]
    [InlineData("", false)]
    public void Is_borne_out_by_a_page_that_links_back_as_oneself(string page, bool leadsBack) =>
        Assert.Equal(leadsBack, CheckLinks.LeadsTo(page, "https://n.test/@amina", "https://n.test/u/amina"));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<a rel=me href=x>")]
    [InlineData("<b><p>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><a>")]
    public void Is_not_borne_out_by_a_page_without_end_nor_does_one_hold_anything_up(string again)
    {
        var page = string.Concat(Enumerable.Repeat(again, CheckLinks.LongestPage / again.Length));
        var began = TimeProvider.System.GetTimestamp();

        Assert.False(CheckLinks.LeadsTo(page, "https://n.test/@amina"));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private Task<Result<Done>> SayAsync(Person who, ProfileForm form) =>
        Town.AsAsync(who, (Viewer viewer, ChangeProfile change) => change.ExecuteAsync(viewer, form, default));

    private Task<PersonPage?> PageAsync(string handle) => Town.AskAsync((PersonPages people) => people.FindAsync(Viewer.Stranger, handle, default));
}
