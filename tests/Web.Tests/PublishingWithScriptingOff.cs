using Microsoft.Playwright;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>A member whose passport the node keeps publishes, without scripting.</summary>
public sealed class PublishingWithScriptingOff(Browser browser) : IClassFixture<Browser>
{
    private const string Canary = "CANARY-LOCK-4711";

    [Fact]
    public async Task Shows_the_offer_and_keeps_its_sealed_part_from_every_page_and_file()
    {
        await using var node = await RunningNode.StartAsync();
        var dora = await SignedInAsync(node);

        await FillDrillAsync(dora);
        await dora.ClickAsync("button:has-text('Publish')");

        Assert.Contains("Hammer drill, two of them", await dora.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, await dora.ContentAsync(), StringComparison.Ordinal);
        var stranger = await browser.OpenAsync(node.Address, scripting: false);
        await stranger.GotoAsync("/");
        Assert.Equal(1, await stranger.Locator("article.card.offer:has-text('Hammer drill')").CountAsync());
        Assert.DoesNotContain(Canary, await stranger.ContentAsync(), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(node.Folder, "node.db*"))
        {
            Assert.False(Holds(file, Canary), $"{Path.GetFileName(file)} holds what was sealed.");
        }
    }

    [Fact]
    public async Task Says_beside_the_field_what_is_missing_and_stores_nothing()
    {
        await using var node = await RunningNode.StartAsync();
        var dora = await SignedInAsync(node);

        await FillDrillAsync(dora);
        await dora.SelectOptionAsync("[name='details.condition']", "");
        await dora.FillAsync("[name=To]", "2020-01-01T08:00");
        await dora.ClickAsync("button:has-text('Publish')");

        Assert.Equal(1, await dora.Locator(".error-summary").CountAsync());
        Assert.Equal("true", await dora.Locator("[name='details.condition']").GetAttributeAsync("aria-invalid"));
        Assert.Equal("true", await dora.Locator("[name=To]").GetAttributeAsync("aria-invalid"));
        await dora.GotoAsync("/");
        Assert.Equal(0, await dora.Locator("article.card").CountAsync());
    }

    private async Task<IPage> SignedInAsync(RunningNode node)
    {
        var page = await browser.OpenAsync(node.Address, scripting: false);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Handle]", "dora");
        await page.FillAsync("[name=Passphrase]", RunningNode.Passphrase);
        await page.ClickAsync("form:has([name=Passphrase]) button");
        return page;
    }

    private static async Task FillDrillAsync(IPage page)
    {
        await page.GotoAsync("/offers/new?category=offer.tool@v1");
        await page.FillAsync("[name=Title]", "Hammer drill, two of them");
        await page.FillAsync("[name=Units]", "2");
        await page.SelectOptionAsync("[name='details.kind']", "drill");
        await page.SelectOptionAsync("[name='details.condition']", "good");
        await page.CheckAsync("[name=Visibility][value=Public]");
        await page.FillAsync("[name='payload.lockCode']", Canary);
    }

    private static bool Holds(string path, string text)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
