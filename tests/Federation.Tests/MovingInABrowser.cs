using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Moving;
using PostMoney.Web.Tests;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina, whose passport the node keeps, and Chen, whose browser does, move from northside to southside by the page.</summary>
public sealed class MovingInABrowser(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string Passphrase = "four quiet words here";

    private readonly LocalAuthority _authority = new();

    private FederatedNode _northside = null!;

    private FederatedNode _southside = null!;

    public async ValueTask InitializeAsync()
    {
        _northside = await FederatedNode.StartAsync(_authority, "northside.test", "amina", "bilal");
        _southside = await FederatedNode.StartAsync(_authority, "southside.test", "amina");
    }

    public async ValueTask DisposeAsync()
    {
        await (_southside?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_northside?.DisposeAsync() ?? ValueTask.CompletedTask);
        _authority.Dispose();
    }

    [Fact]
    public async Task Needs_no_scripting_where_the_node_keeps_the_passport()
    {
        await _northside.DoAsync("bilal", (Viewer bilal, FollowActor follow) => follow.ExecuteAsync(bilal, "@amina", default));
        var (old, home) = (await SignInAsync(_northside), await SignInAsync(_southside));
        await old.GotoAsync("/me/moving");
        await PressAsync(old, "Carry my passport");
        await Assertions.Expect(old.Locator(".flash")).ToContainTextAsync("carries your passport");

        await old.GetByRole(AriaRole.Link, new() { Name = "Move away" }).ClickAsync();
        await old.GetByLabel("New account").FillAsync(_southside.AddressOf("amina"));
        await PressAsync(old, "Look it up");
        await Assertions.Expect(old.Locator("#To-error")).ToContainTextAsync("does not name this one");

        await home.GotoAsync("/me/moving");
        await home.GetByLabel("Former account").FillAsync(_northside.AddressOf("amina"));
        await PressAsync(home, "Name it");
        await Assertions.Expect(home.Locator(".flash")).ToContainTextAsync("former account");
        await old.GetByLabel("New account").FillAsync(_southside.AddressOf("amina"));
        await PressAsync(old, "Look it up");
        await old.GetByLabel("passphrase").FillAsync("not the right one");
        await PressAsync(old, "Move");
        await Assertions.Expect(old.Locator("#Passphrase-error")).ToContainTextAsync("not your passphrase");
        await old.GetByLabel("passphrase").FillAsync(FederatedNode.Passphrase);
        await PressAsync(old, "Move");

        await Assertions.Expect(old.Locator(".flash")).ToContainTextAsync("You have moved");
        await _northside.WaitForAsync("Bilal has followed on", db => db.Follows.AnyAsync(follow => follow.State == FollowState.Accepted
            && db.Actors.Any(actor => actor.Id == follow.FollowedId && actor.Uri == _southside.IdOf("amina"))));
        await old.GotoAsync("/@amina");
        await Assertions.Expect(old.GetByRole(AriaRole.Main)).ToContainTextAsync("Amina has moved.");
        await _southside.WaitForAsync("the new place has heard of it", db => db.Actors.AnyAsync(actor => actor.MovedTo == _southside.IdOf("amina")));
        await home.GotoAsync("/@amina");
        await home.GetByRole(AriaRole.Link, new() { Name = _northside.AddressOf("amina") }).ClickAsync();
        await Assertions.Expect(home.GetByRole(AriaRole.Main)).ToContainTextAsync("Amina has moved.");
        await old.GotoAsync("/me/moving");
        await PressAsync(old, "Come back");
        await Assertions.Expect(old.GetByRole(AriaRole.Main)).ToContainTextAsync("You can move again");
    }

    [Fact]
    public async Task Is_signed_in_the_browser_where_the_passport_lies()
    {
        var chen = await browser.OpenAsync(_northside.Origin);
        await JoinAsync(chen);
        await _southside.DoAsync("amina", (Viewer amina, AddAlias add) => add.ExecuteAsync(amina, _northside.AddressOf("chen"), default));
        await chen.GotoAsync("/me/moving");
        await PressAsync(chen, "Carry my passport");
        await UnlockIfAskedAsync(chen);
        await Assertions.Expect(chen.Locator(".flash")).ToContainTextAsync("carries your passport");

        await chen.GetByRole(AriaRole.Link, new() { Name = "Move away" }).ClickAsync();
        await chen.GetByLabel("New account").FillAsync(_southside.AddressOf("amina"));
        await PressAsync(chen, "Look it up");
        await PressAsync(chen, "Move");
        await UnlockIfAskedAsync(chen);

        await Assertions.Expect(chen.Locator(".flash")).ToContainTextAsync("You have moved");
        Assert.Equal(_southside.IdOf("amina"), await _northside.AskAsync((PostMoney.Core.PostMoneyDb db) =>
            db.Actors.Where(actor => actor.Handle == "chen").Select(actor => actor.MovedTo).SingleAsync()));
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task<IPage> SignInAsync(FederatedNode node)
    {
        var page = await browser.OpenAsync(node.Origin, scripting: false, width: 360);
        await page.GotoAsync("/sign-in");
        if (!await page.Locator("#Handle").IsVisibleAsync())
        {
            await page.Locator("summary").Filter(new() { HasText = "passphrase" }).First.ClickAsync();
        }

        await page.Locator("#Handle").FillAsync("amina");
        await page.Locator("#Passphrase").FillAsync(FederatedNode.Passphrase);
        await page.Locator("#Passphrase").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Timeline" })).ToBeVisibleAsync();
        return page;
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
