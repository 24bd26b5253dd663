using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PostMoney.Core.Actors;
using PostMoney.Core.Posts;
using PostMoney.Federation.Tests.Peers;
using PostMoney.Web.Tests;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina, in a browser without scripting, meets Ruth of a server by Fedify and tells the stewards about her; Dora keeps that server out.</summary>
public sealed class AMemberInABrowser(Browser browser) : NextToHarbour(options: null, "amina"), IClassFixture<Browser>
{
    [Fact]
    public async Task Follows_reads_answers_and_reports_somebody_elsewhere_until_that_server_is_kept_out()
    {
        var amina = await SignInAsync("amina");

        await amina.GotoAsync("/me/following");
        await amina.GetByLabel("Who").FillAsync(Ruth.Handle);
        await amina.GetByRole(AriaRole.Button, new() { Name = "Follow", Exact = true }).ClickAsync();
        await Assertions.Expect(amina.Locator(".flash")).ToContainTextAsync("Asked.");
        await Node.WaitForAsync("Ruth has agreed", db => db.Follows.AnyAsync(f => f.State == FollowState.Accepted));

        var said = (await Ruth.PostAsync("The boat leaves at nine.")).ObjectId!;
        await Node.WaitForAsync("the post is here", db => db.Posts.AnyAsync(post => post.Uri == said));
        await amina.GotoAsync("/home");
        await amina.GetByRole(AriaRole.Article).Filter(new() { HasText = "The boat leaves at nine." }).GetByRole(AriaRole.Link, new() { Name = "Answers:" }).ClickAsync();
        await amina.GetByLabel("Your answer").FillAsync("Keep a seat for me.");
        await amina.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();

        var answer = await Harbour.WaitForAsync(one => one.Type == "Create" && one.Body.Contains("Keep a seat for me.", StringComparison.Ordinal));
        Assert.True(answer.IsVerified, answer.ToString());
        Assert.Equal(said, answer.Json.GetProperty("object").GetProperty("inReplyTo").GetString());

        await Ruth.AnnounceAsync(answer.ObjectId!);
        await Node.WaitForAsync("Ruth has passed it on", db => db.Reactions.AnyAsync(r => r.Kind == ReactionKind.Boost));
        await amina.GotoAsync("/me/notifications");
        await Assertions.Expect(amina.GetByRole(AriaRole.Main)).ToContainTextAsync("passed your post on");

        await ReportAsync(amina, said);
        var dora = await SignInAsync("dora");
        await AnswerAsync(dora);
        await amina.GotoAsync("/me/reports");
        await Assertions.Expect(amina.GetByRole(AriaRole.Main)).ToContainTextAsync("They were limited.");
        await Assertions.Expect(amina.GetByRole(AriaRole.Main)).ToContainTextAsync("Thank you for telling us.");

        await amina.GotoAsync($"/{Ruth.Handle}");
        await amina.GetByRole(AriaRole.Main).Locator("details.menu > summary").ClickAsync();
        await amina.GetByRole(AriaRole.Button, new() { Name = "Block all of" }).ClickAsync();
        await amina.GotoAsync("/home");
        await Assertions.Expect(amina.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("The boat leaves at nine.");

        await KeepOutAsync(dora);
        await Assert.ThrowsAsync<PeerException>(() => Ruth.PostAsync("Last call!", mentions: [Node.AddressOf("amina")]));
        await amina.GotoAsync("/home");
        await Assertions.Expect(amina.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Last call!");
    }

    private async Task<IPage> SignInAsync(string handle)
    {
        var page = await browser.OpenAsync(Node.Origin, scripting: false, width: 360);
        await page.GotoAsync("/sign-in");
        if (!await page.Locator("#Handle").IsVisibleAsync())
        {
            await page.Locator("summary").Filter(new() { HasText = "passphrase" }).First.ClickAsync();
        }

        await page.Locator("#Handle").FillAsync(handle);
        await page.Locator("#Passphrase").FillAsync(FederatedNode.Passphrase);
        await page.Locator("#Passphrase").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Timeline" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return page;
    }

    private async Task ReportAsync(IPage amina, string said)
    {
        var post = await Node.AskAsync((PostMoney.Core.PostMoneyDb db) => db.Posts.Where(p => p.Uri == said).Select(p => p.Id).SingleAsync());
        await amina.GotoAsync($"/posts/{post}");
        await amina.Locator($"#p-{post}").GetByRole(AriaRole.Link, new() { Name = "Tell the stewards" }).ClickAsync();
        await amina.GetByLabel("What is it about").SelectOptionAsync("unkind");
        await amina.GetByLabel("What happened").FillAsync("The boat was full of insults.");
        await amina.GetByLabel("Tell the stewards of").CheckAsync();
        await amina.GetByRole(AriaRole.Button, new() { Name = "Tell them" }).ClickAsync();
        await Assertions.Expect(amina.Locator(".flash")).ToContainTextAsync("The stewards know now.");
        var flag = await Harbour.WaitForAsync("Flag", $"{Node.Origin}/actor");
        Assert.True(flag.IsVerified, flag.ToString());
        Assert.DoesNotContain("amina", flag.Body, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task AnswerAsync(IPage dora)
    {
        await dora.GotoAsync("/desk/reports");
        await dora.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Ruth" }).ClickAsync();
        await Assertions.Expect(dora.GetByRole(AriaRole.Main)).ToContainTextAsync("The boat leaves at nine.");
        await dora.GetByLabel("What comes of it").SelectOptionAsync("limited");
        await dora.GetByLabel("Why, for them").FillAsync("Rule 2: be kind.");
        await dora.GetByLabel("For whoever told it").FillAsync("Thank you for telling us.");
        await dora.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await Assertions.Expect(dora.Locator(".flash")).ToContainTextAsync("It is decided");
    }

    private async Task KeepOutAsync(IPage dora)
    {
        await dora.GotoAsync("/desk/federation");
        await dora.GetByLabel("Server", new() { Exact = true }).FillAsync(Harbour.Host);
        await dora.GetByLabel("Why").FillAsync("It never stops.");
        await dora.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await Assertions.Expect(dora.Locator(".flash")).ToContainTextAsync("It is decided.");
    }
}
