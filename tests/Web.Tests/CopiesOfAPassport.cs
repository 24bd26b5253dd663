using Microsoft.Playwright;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>Chen's passport lies in one browser; copies of it bring it to another one, and onto paper.</summary>
public sealed class CopiesOfAPassport(Browser browser) : IClassFixture<Browser>
{
    private const string Passphrase = "four quiet words here";

    [Fact]
    public async Task As_a_file_signs_its_owner_in_from_another_browser()
    {
        await using var node = await RunningNode.StartAsync();
        var here = await browser.OpenAsync(node.Address);
        await JoinAsync(here);
        var file = await DownloadAsync(here);

        var there = await browser.OpenAsync(node.Address);
        await BringAsync(there, file, "not this one at all");
        Assert.Equal(0, await there.Locator(".passports [data-did]").CountAsync());
        await BringAsync(there, file, Passphrase);
        await there.Locator(".passports [data-did]").WaitForAsync();
        await there.GotoAsync("/sign-in");
        await there.Locator("form[data-passport=sign-in] .form-actions button:enabled").ClickAsync();
        await there.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        await there.GotoAsync("/me/passport");

        Assert.Equal("Chen", await there.Locator(".passport-name").InnerTextAsync());
    }

    [Fact]
    public async Task On_paper_show_the_code_and_nothing_else_of_the_page()
    {
        await using var node = await RunningNode.StartAsync();
        var chen = await browser.OpenAsync(node.Address);
        await JoinAsync(chen);
        await chen.GotoAsync("/passport");

        await chen.Locator("[data-act^=sheet]").ClickAsync();
        await chen.Locator("dialog[open]").WaitForAsync();
        await chen.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await chen.Locator("dialog .qr").IsVisibleAsync());
        Assert.True(await chen.Locator("dialog pre").IsVisibleAsync());
        Assert.False(await chen.Locator("main").IsVisibleAsync());
        Assert.False(await chen.Locator("dialog .actions").IsVisibleAsync());
    }

    private static async Task JoinAsync(IPage page)
    {
        await page.GotoAsync("/join");
        var form = page.Locator("form[data-passport=join]");
        await form.Locator("[name=DisplayName]").FillAsync("Chen");
        await form.Locator("[name=Handle]").FillAsync("chen");
        await form.Locator("input[type=password]").First.WaitForAsync();
        foreach (var input in await form.Locator("input[type=password]").AllAsync())
        {
            await input.FillAsync(Passphrase);
        }

        await form.Locator(".form-actions button").ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
    }

    private static async Task<string> DownloadAsync(IPage page)
    {
        await page.GotoAsync("/passport");
        await page.Locator("[data-act^=file]").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("dialog[open] button[value=yes]").ClickAsync());
        return await download.PathAsync();
    }

    private static async Task BringAsync(IPage page, string file, string passphrase)
    {
        await page.GotoAsync("/passport");
        await page.Locator("summary:has-text('Bring')").ClickAsync();
        var form = page.Locator("details[open] form");
        await form.Locator("input[type=file]").SetInputFilesAsync(file);
        await form.Locator("input[type=password]").FillAsync(passphrase);
        await form.Locator("button[type=submit]").ClickAsync();
        await page.Locator(".passports [data-did], .error-summary").First.WaitForAsync();
    }
}
