using Microsoft.Playwright;

namespace PostMoney.Web.Tests.Days;

/// <summary>Somebody who keeps their passport in their browser. What the browser sends is written down.</summary>
public sealed class NeighbourWithPassport : Neighbour
{
    private readonly List<string> _sent = [];

    public NeighbourWithPassport(string name, IPage page)
        : base(name, page)
    {
        page.Context.Request += (_, request) => _sent.Add($"{request.Method} {request.Url}\n{request.PostData}");
    }

    /// <summary>Everything that left the browser: addresses and bodies.</summary>
    public string Sent => string.Join('\n', _sent);

    public override async Task JoinsAsync()
    {
        await Page.GotoAsync("/join");
        var form = Page.Locator("form[data-passport=join]");
        await form.Locator("[name=DisplayName]").FillAsync(Name);
        await form.Locator("[name=Handle]").FillAsync(Handle);
        await form.Locator("input[type=password]").First.WaitForAsync();
        foreach (var input in await form.Locator("input[type=password]").AllAsync())
        {
            await input.FillAsync(Passphrase);
        }

        await form.Locator(".form-actions button").ClickAsync();
        await Page.WaitForURLAsync("**/sign-in");
        await SeesAsync($"Welcome, {Name}!");
        await SignInAsync();
    }

    public override async Task<string> OpensAsync(Guid permit)
    {
        await GoesToAsync($"/assignments/{permit}/release");
        return await OpenAsync(Page);
    }

    public override async Task<(int Status, string Text)> KnocksAsync(Guid permit)
    {
        var answer = await Page.Context.APIRequest.PostAsync($"/assignments/{permit}/release?handler=Grant", new APIRequestContextOptions
        {
            Headers = [KeyValuePair.Create("RequestVerificationToken", await TokenAsync())],
        });
        return (answer.Status, await answer.TextAsync());
    }

    public override async Task<Func<Task<string>>> KeepsATabForAsync(Guid permit)
    {
        await GoesToAsync("/me");
        var tab = await Page.Context.NewPageAsync();
        await tab.GotoAsync($"/assignments/{permit}/release");
        return () => OpenAsync(tab);
    }

    protected override Task SignInAsync() =>
        SignAsync(Page.Locator("form[data-passport=sign-in] .form-actions button:enabled"), ".head-tools a[href='/me/notifications']");

    protected override Task SignAsync(ILocator button, string done) => SignAsync(Page, button, done);

    protected override async Task PressAsync(ILocator button)
    {
        await button.ClickAsync();
        await Page.ClickAsync("dialog[open] button[value=yes]");
    }

    protected override string SealedField(string part) => $"[data-private={part}]";

    private static async Task<string> OpenAsync(IPage tab)
    {
        await SignAsync(tab, tab.Locator("[data-passport-open]"), "[data-sealed=opened] .sealed-body .secret dd");
        return await tab.Locator("main").InnerTextAsync();
    }

    // A passport that was used a moment ago is still unlocked in its tab.
    private static async Task SignAsync(IPage tab, ILocator button, string done)
    {
        var asked = tab.Locator("dialog[open] input[type=password]");
        var over = tab.Locator(done).Or(tab.Locator(".error-summary")).First;
        await button.ClickAsync();
        await asked.Or(over).First.WaitForAsync();
        if (await asked.IsVisibleAsync())
        {
            await asked.FillAsync(Passphrase);
            await tab.ClickAsync("dialog[open] button[type=submit]");
            await over.WaitForAsync();
        }
    }
}
