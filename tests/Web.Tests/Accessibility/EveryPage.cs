using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PostMoney.Core.Demo;
using PostMoney.Web.Tests.Leaks;
using Xunit;

namespace PostMoney.Web.Tests.Accessibility;

/// <summary>
/// Every page that a steward, a member and a stranger can get to, on a phone in the dark and on a desk in light. Of pages of one
/// kind some are looked at.
/// </summary>
public sealed partial class EveryPage(Browser browser, ExampleTown town) : IClassFixture<Browser>, IClassFixture<ExampleTown>
{
    [Theory]
    [InlineData("dora", 30)]
    [InlineData("amina", 20)]
    [InlineData("", 12)]
    public async Task Has_no_serious_fault_for_those_who_see_hear_or_touch_it_otherwise(string handle, int atLeast)
    {
        var page = await browser.OpenAsync(town.Node.Address);
        await Axe.AddToAsync(page.Context);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        var cookies = handle.Length > 0 ? await SignInAsync(page, handle) : "";
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var pages = (await Crawl.AsAsync(
                town.Node.Address, cookies, ["/"], path => (kinds[Kind(path)] = kinds.GetValueOrDefault(Kind(path)) + 1) <= MostOf(Kind(path))))
            .Where(found => found.IsPage && found.Status == HttpStatusCode.OK)
            .Select(found => found.Path)
            .ToList();

        var faults = new List<string>();
        foreach (var path in pages)
        {
            foreach (var (width, scheme) in new[] { (360, ColorScheme.Dark), (1280, ColorScheme.Light) })
            {
                // Loaded anew, so that no colour is on its way from one to the other.
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await page.GotoAsync(path);
                await FitAsync(page, width);
                faults.AddRange((await Axe.FaultsOfAsync(page)).Select(fault => $"{path} at {width}, {scheme}: {fault}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(pages.Count >= atLeast, $"Only {pages.Count} pages were found: {string.Join(' ', pages)}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{pages.Count} pages of {kinds.Count} kinds");
    }

    [Fact]
    public async Task Would_be_found_out()
    {
        var page = await browser.OpenAsync(town.Node.Address);
        await Axe.AddToAsync(page.Context);
        await page.GotoAsync("/sign-in");

        await page.EvaluateAsync("document.querySelector('label[for=Handle]').remove()");

        Assert.Contains(await Axe.FaultsOfAsync(page), fault => fault.StartsWith("label:", StringComparison.Ordinal));
    }

    // As high as the page, so that the bar at the foot of a phone covers nothing; no higher than a browser can paint at once.
    private static async Task FitAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        var height = await page.EvaluateAsync<int>("""
            async () => {
              await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
              return document.documentElement.scrollHeight + 200;
            }
            """);
        await page.SetViewportSizeAsync(width, Math.Min(height, 12_000));
    }

    private static async Task<string> SignInAsync(IPage page, string handle)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Handle]", handle);
        await page.FillAsync("[name=Passphrase]", DemoTown.Passphrase);
        await page.ClickAsync("form:has([name=Passphrase]) button");
        return string.Join("; ", (await page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }

    // Items and permits look different from state to state.
    private static int MostOf(string kind) => kind is "/items/*" or "/assignments/*" ? 3 : 1;

    // Older lines of a list look like the newest, and what a form is sent to like the page that it stands on.
    private static string Kind(string address) => KindOf(Likewise().Replace(address, ""));

    private static string KindOf(string path) => Values().Replace(Names().Replace(Ids().Replace(path, "*"), "/$1/*"), "=*");

    [GeneratedRegex("[?&](before|handler)=[^&]*")]
    private static partial Regex Likewise();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("/(members|groups|categories)/[^/?]+")]
    private static partial Regex Names();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Values();
}
