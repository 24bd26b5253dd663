using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PostMoney.Web.Host;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>An operator sets a node up, without scripting.</summary>
public sealed class FirstStart(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Names_the_node_and_makes_its_first_steward()
    {
        await using var node = await RunningNode.StartAsync(founded: false);
        var page = await browser.OpenAsync(node.Address, scripting: false);

        await page.GotoAsync($"/setup?code={node.Services.GetRequiredService<SetupCode>().Text}");
        await FillAsync(page);
        await page.ClickAsync("button:has-text('Begin')");
        await page.GotoAsync("/");

        Assert.Contains("Northside Commons", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".menu-title:has-text('Dora')").CountAsync());
    }

    [Fact]
    public async Task Is_not_for_somebody_without_the_code()
    {
        await using var node = await RunningNode.StartAsync(founded: false);
        var page = await browser.OpenAsync(node.Address, scripting: false);

        await page.GotoAsync("/setup");
        await FillAsync(page);
        await page.FillAsync("[name=Code]", "guessed");
        await page.ClickAsync("button:has-text('Begin')");

        Assert.Contains("That is not the code", await page.Locator(".error-summary").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/");
        Assert.EndsWith("/setup", page.Url, StringComparison.Ordinal);
    }

    private static async Task FillAsync(IPage page)
    {
        await page.FillAsync("[name=Name]", "Northside Commons");
        await page.FillAsync("[name=TimeZone]", "Europe/Berlin");
        await page.FillAsync("[name=DisplayName]", "Dora");
        await page.FillAsync("[name=Handle]", "dora");
        await page.FillAsync("[name=Passphrase]", RunningNode.Passphrase);
    }
}
