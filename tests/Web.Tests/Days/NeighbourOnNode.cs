using Microsoft.Playwright;
using PostMoney.Core.Members;

namespace PostMoney.Web.Tests.Days;

/// <summary>Somebody whose passport the node keeps; nothing in their browser runs scripts.</summary>
public sealed class NeighbourOnNode(string name, IPage page) : Neighbour(name, page)
{
    /// <summary>Sets the node up, open to everybody, and becomes its first steward.</summary>
    public async Task FoundsAsync(string code)
    {
        await Page.GotoAsync($"/setup?code={code}");
        await Page.FillAsync("[name=Name]", "Northside Commons");
        await Page.FillAsync("[name=TimeZone]", "Europe/Berlin");
        await Page.SelectOptionAsync("[name=Joining]", JoiningModes.Open);
        await Page.FillAsync("[name=DisplayName]", Name);
        await Page.FillAsync("[name=Handle]", Handle);
        await Page.FillAsync("[name=Passphrase]", Passphrase);
        await Page.ClickAsync("button:has-text('Begin')");
    }

    public override async Task JoinsAsync()
    {
        await Page.GotoAsync("/join");
        await Page.ClickAsync("summary:has-text('Let the node keep it')");
        await Page.FillAsync("#DisplayName-held", Name);
        await Page.FillAsync("#Handle-held", Handle);
        await Page.FillAsync("[name=Passphrase]", Passphrase);
        await Page.ClickAsync("form:has([name=Passphrase]) button");
        await SeesAsync($"Welcome, {Name}!");
    }

    public override async Task<string> OpensAsync(Guid permit)
    {
        await GoesToAsync($"/assignments/{permit}/release");
        return await OpenAsync(Page);
    }

    public override async Task<(int Status, string Text)> KnocksAsync(Guid permit)
    {
        var form = Page.Context.APIRequest.CreateFormData();
        form.Append("__RequestVerificationToken", await TokenAsync());
        form.Append("Seen", $"{Guid.Empty}");
        form.Append("Passphrase", Passphrase);
        var answer = await Page.Context.APIRequest.PostAsync($"/assignments/{permit}/release", new APIRequestContextOptions { Form = form });
        return (answer.Status, await answer.TextAsync());
    }

    public override async Task<Func<Task<string>>> KeepsATabForAsync(Guid permit)
    {
        await GoesToAsync("/me");
        var tab = await Page.Context.NewPageAsync();
        await tab.GotoAsync($"/assignments/{permit}/release");
        return () => OpenAsync(tab);
    }

    protected override async Task SignInAsync()
    {
        await Page.FillAsync("[name=Handle]", Handle);
        await Page.FillAsync("[name=Passphrase]", Passphrase);
        await Page.ClickAsync("form:has([name=Passphrase]) button");
    }

    protected override Task SignAsync(ILocator button, string done) => button.ClickAsync();

    protected override Task PressAsync(ILocator button) => button.ClickAsync();

    protected override string SealedField(string part) => $"[name='payload.{part}']";

    private static async Task<string> OpenAsync(IPage tab)
    {
        await tab.FillAsync("[name=Passphrase]", Passphrase);
        await tab.ClickAsync("form:has([name=Passphrase]) button");
        return await tab.Locator("main").InnerTextAsync();
    }
}
