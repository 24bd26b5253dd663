using Microsoft.Playwright;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>Chen keeps a passport in the browser: joins, signs in and publishes with it.</summary>
public sealed class PublishingWithAPassportOfOnesOwn(Browser browser) : IClassFixture<Browser>
{
    private const string Passphrase = "four quiet words here";
    private const string Canary = "CANARY-SHED-8302";

    [Fact]
    public async Task Seals_in_the_browser_and_never_sends_what_is_private()
    {
        await using var node = await RunningNode.StartAsync();
        var chen = await browser.OpenAsync(node.Address);
        var sent = new List<string>();
        chen.Request += (_, request) => sent.Add(request.Url + request.PostData);
        await JoinAsync(chen);
        await SignInAsync(chen);

        await chen.GotoAsync("/offers/new?category=offer.tool@v1");
        await chen.FillAsync("[name=Title]", "A ladder");
        await chen.FillAsync("[name=Units]", "1");
        await chen.SelectOptionAsync("[name='details.kind']", "ladder");
        await chen.SelectOptionAsync("[name='details.condition']", "good");
        await chen.FillAsync("[data-private=lockCode]", Canary);
        await chen.ClickAsync("button:has-text('Publish')");
        await UnlockIfAskedAsync(chen);
        await chen.WaitForURLAsync("**/items/*");

        Assert.Contains("A ladder", await chen.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(sent, request => request.Contains("\"sealedKey\"", StringComparison.Ordinal));
        Assert.DoesNotContain(sent, request => request.Contains(Canary, StringComparison.Ordinal));
        Assert.DoesNotContain(sent, request => request.Contains(Passphrase, StringComparison.Ordinal));
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

    private static async Task SignInAsync(IPage page)
    {
        await page.Locator("form[data-passport=sign-in] .form-actions button:enabled").ClickAsync();
        await UnlockIfAskedAsync(page);
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    // A passport that was used a moment ago is still unlocked in its tab.
    private static async Task UnlockIfAskedAsync(IPage page)
    {
        var asked = page.Locator("dialog[open] input[type=password]");
        try
        {
            await asked.WaitForAsync(new LocatorWaitForOptions { Timeout = 3_000 });
        }
        catch (TimeoutException)
        {
            return;
        }

        await asked.FillAsync(Passphrase);
        await page.Locator("dialog[open] button[type=submit]").ClickAsync();
    }
}
