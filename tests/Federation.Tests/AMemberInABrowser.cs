using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PostMoney.Core.Actors;
using PostMoney.Core.Posts;
using PostMoney.Federation.Tests.Peers;
using PostMoney.Web.Tests;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina, in a browser without scripting, meets Ruth of a server by Fedify; later Dora keeps that server out.</summary>
public sealed class AMemberInABrowser(Browser browser) : NextToHarbour(options: null, "amina"), IClassFixture<Browser>
{
    [Fact]
    public async Task Follows_reads_and_answers_somebody_elsewhere_until_a_steward_keeps_that_server_out()
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

        await KeepOutAsync(await SignInAsync("dora"));
        await Assert.ThrowsAsync<PeerException>(() => Ruth.PostAsync("Last call!"));
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

    private async Task KeepOutAsync(IPage dora)
    {
        await dora.GotoAsync("/desk/federation");
        await dora.GetByLabel("Server", new() { Exact = true }).FillAsync(Harbour.Host);
        await dora.GetByLabel("Why").FillAsync("It never stops.");
        await dora.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await Assertions.Expect(dora.Locator(".flash")).ToContainTextAsync("It is decided.");
    }
}
