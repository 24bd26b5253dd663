using Microsoft.Playwright;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Web.Tests.Photos;

/// <summary>A member puts a photo with what they say, in a browser without scripting.</summary>
public sealed class SayingSomethingWithAPhoto(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Shows_it_describes_it_later_and_takes_it_away()
    {
        await using var node = await RunningNode.StartAsync();
        var dora = await SignedInAsync(node);

        await dora.GotoAsync("/posts/new");
        await dora.FillAsync("[name=Text]", "The shed is painted.");
        await dora.ClickAsync("summary:has-text('Add photos')");
        await dora.SetInputFilesAsync("[name=Photo1]", new FilePayload { Name = "IMG_0001.JPG", MimeType = "image/jpeg", Buffer = SamplePhotos.FromACamera(900, 600, orientation: 6) });
        await dora.ClickAsync("button:has-text('Publish')");

        Assert.Contains("One photo has no description yet", await dora.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal("600 × 900, shown", await PhotoAsync(dora));

        await dora.ClickAsync("a:has-text('Say what your photo shows')");
        await dora.FillAsync("[name=Alt1]", "A red shed.");
        await dora.ClickAsync("button:has-text('Save')");
        Assert.Equal("A red shed.", await dora.Locator(".photos img").GetAttributeAsync("alt"));
        Assert.Equal(0, await dora.Locator("a:has-text('Say what your photo shows')").CountAsync());

        var stranger = await browser.OpenAsync(node.Address, scripting: false);
        await stranger.GotoAsync("/");
        Assert.Equal("600 × 900, shown", await PhotoAsync(stranger));

        await dora.ClickAsync(".act:has-text('Change')");
        await dora.CheckAsync("[name=Remove1]");
        await dora.ClickAsync("button:has-text('Save')");
        Assert.Equal(0, await dora.Locator(".photos img").CountAsync());
    }

    [Fact]
    public async Task Says_beside_the_file_what_is_wrong_with_it_and_keeps_what_was_written()
    {
        await using var node = await RunningNode.StartAsync();
        var dora = await SignedInAsync(node);

        await dora.GotoAsync("/posts/new");
        await dora.FillAsync("[name=Text]", "The shed is painted.");
        await dora.ClickAsync("summary:has-text('Add photos')");
        await dora.SetInputFilesAsync("[name=Photo2]", new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = "<svg/>"u8.ToArray() });
        await dora.FillAsync("[name=Alt2]", "A red shed.");
        await dora.ClickAsync("button:has-text('Publish')");

        Assert.Equal("true", await dora.GetAttributeAsync("[name=Photo2]", "aria-invalid"));
        Assert.Equal(("The shed is painted.", "A red shed."), (await dora.InputValueAsync("[name=Text]"), await dora.InputValueAsync("[name=Alt2]")));
        Assert.Contains("Choose your photos once more", await dora.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> PhotoAsync(IPage page)
    {
        var image = page.Locator(".photos img");
        await image.ScrollIntoViewIfNeededAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var isShown = await image.EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0");
        return $"{await image.GetAttributeAsync("width")} × {await image.GetAttributeAsync("height")}, {(isShown ? "shown" : "not shown")}";
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
}
