using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PostMoney.Core.Outcomes;
using Xunit;

namespace PostMoney.Web.Tests.Days;

/// <summary>Somebody with a browser: what they do, in their words. How they join, sign and open depends on who keeps their passport.</summary>
public abstract partial class Neighbour(string name, IPage page)
{
    public const string Passphrase = "four quiet words here";

    public string Name { get; } = name;

    public string Handle { get; } = name.ToLower(CultureInfo.InvariantCulture);

    public IPage Page { get; } = page;

    /// <summary>Makes a passport and becomes a member.</summary>
    public abstract Task JoinsAsync();

    /// <summary>Opens what is sealed for them in a permit, anew.</summary>
    /// <returns>All that is shown.</returns>
    public abstract Task<string> OpensAsync(Guid permit);

    /// <summary>Asks for what is sealed without any page that offers it, as somebody could who knows the address.</summary>
    /// <returns>The status of the answer, and its text.</returns>
    public abstract Task<(int Status, string Text)> KnocksAsync(Guid permit);

    /// <summary>Keeps the page open on which one opens what is sealed.</summary>
    /// <returns>Presses "Open" on it later, and returns what is said then.</returns>
    public abstract Task<Func<Task<string>>> KeepsATabForAsync(Guid permit);

    /// <summary>Signs in on the page that asks for it.</summary>
    protected abstract Task SignInAsync();

    /// <summary>Presses a button whose work a passport signs, up to what shows that it is done, or to what is wrong.</summary>
    protected abstract Task SignAsync(ILocator button, string done);

    /// <summary>Presses a button that asks back where there is scripting.</summary>
    protected abstract Task PressAsync(ILocator button);

    /// <summary>The field of a sealed part.</summary>
    protected abstract string SealedField(string part);

    /// <summary>Goes to a page, and signs in where the last time is too long ago.</summary>
    public async Task GoesToAsync(string path)
    {
        await Page.GotoAsync(path);
        if (await Page.Locator(".head-tools a[href='/sign-in']").CountAsync() > 0)
        {
            await Page.GotoAsync("/sign-in");
            await SignInAsync();
            await Page.GotoAsync(path);
        }
    }

    public async Task SeesAsync(params string[] words)
    {
        var shown = Plain(await Page.Locator("body").InnerTextAsync());
        Assert.All(words, said => Assert.Contains(said, shown, StringComparison.OrdinalIgnoreCase));
    }

    public async Task DoesNotSeeAsync(params string[] words)
    {
        var shown = Plain(await Page.Locator("main").InnerTextAsync());
        Assert.All(words, said => Assert.DoesNotContain(said, shown, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Opens an address as it was given to them.</summary>
    /// <returns>The status.</returns>
    public async Task<int> FollowsAsync(string path)
    {
        await GoesToAsync("/me");
        return (await Page.GotoAsync(path))!.Status;
    }

    /// <summary>Fills in an offer of the two drills and presses "Publish".</summary>
    public async Task OffersDrillsAsync(string condition, params (string Part, string Text)[] secrets)
    {
        await GoesToAsync("/offers/new?category=offer.tool@v1");
        await Page.FillAsync("[name=Title]", "Hammer drills");
        await Page.FillAsync("[name=Summary]", $"With a set of bits, for masonry and {ToolLibrary.Planted}.");
        await Page.FillAsync("[name=Units]", "2");
        await Page.SelectOptionAsync("[name='details.kind']", "drill");
        await Page.SelectOptionAsync("[name='details.condition']", condition);
        await Page.CheckAsync("[name='requirements.careAgreement']");
        await Page.FillAsync("[name=From]", "2027-02-01T09:00");
        await Page.FillAsync("[name=To]", "2027-06-30T18:00");
        await Page.CheckAsync("[name=Visibility][value=Public]");
        await FillSealedAsync(secrets);
        await SignAsync(Page.Locator("button:has-text('Publish')"), ".flash:has-text('It is published.')");
    }

    /// <summary>Writes what is sealed in something of theirs anew.</summary>
    public async Task ChangesWhatIsSealedInAsync(Guid item, params (string Part, string Text)[] secrets)
    {
        await GoesToAsync($"/items/{item}/edit");
        await FillSealedAsync(secrets);
        await SignAsync(Page.Locator("button:has-text('Save the new version')"), ".flash:has-text('It is published.')");
    }

    /// <summary>Asks for an offer, and stands before the need as it was published.</summary>
    public async Task<Guid> AsksForAsync(Guid offer, string from, string to, params (string Part, string Text)[] secrets)
    {
        await GoesToAsync($"/needs/new?offer={offer}");
        await SeesAsync("Careful use and clean return");
        await Page.FillAsync("[name=Title]", $"A drill for {Name}");
        await Page.CheckAsync("[name='constraints.careAgreement']");
        await Page.FillAsync("[name=From]", from.Replace(' ', 'T'));
        await Page.FillAsync("[name=To]", to.Replace(' ', 'T'));
        await FillSealedAsync(secrets);
        await SignAsync(Page.Locator("button:has-text('Publish')"), ".flash:has-text('It is published.')");
        return IdIn(Page.Url);
    }

    public async Task TakesBackAsync(Guid item)
    {
        await GoesToAsync($"/items/{item}/withdraw");
        await SignAsync(Page.Locator("main button:has-text('Take it back')"), ".flash:has-text('It is taken back.')");
    }

    /// <summary>Says yes to the permit that waits for it, and to its conditions.</summary>
    /// <returns>The permit.</returns>
    public async Task<Guid> AcceptsAsync()
    {
        await GoesToAsync("/me");
        await Page.ClickAsync("section[aria-labelledby=turn] .card-title a");
        await Page.CheckAsync("[name=Agreed]");
        await Page.ClickAsync("button:has-text('Yes, I take it')");
        await SeesAsync("It is yours.");
        return IdIn(Page.Url);
    }

    /// <summary>The number of the unit that a permit of theirs is for.</summary>
    public async Task<int> UnitOfAsync(Guid permit)
    {
        await GoesToAsync($"/assignments/{permit}");
        return int.Parse(Unit().Match(await Page.Locator("main").InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Tells how it went, or sees why that is not possible.</summary>
    public async Task TellsAsync(Guid permit, OutcomeResult result, string notes = "", bool broken = false)
    {
        await GoesToAsync($"/assignments/{permit}/outcome");
        await Page.CheckAsync($"[name=Result][value={result}]");
        await Page.FillAsync("[name=Notes]", notes);
        await Page.FillAsync("[name=Condition]", broken ? "damaged" : "as before");
        if (broken)
        {
            await Page.CheckAsync("[name=MaintenanceNeeded]");
        }

        await SignAsync(Page.Locator("button:has-text('Tell it')"), ".flash:has-text('Thank you for telling.')");
    }

    /// <summary>Appoints somebody at the desk.</summary>
    public async Task AppointsAsync(Neighbour other, string duty)
    {
        await GoesToAsync($"/desk/members/{other.Handle}");
        await PressAsync(Page.Locator($"form:has(input[value={duty}]) button"));
        await Page.Locator($"form:has(input[value={duty}]) button:has-text('Dismiss')").WaitForAsync();
    }

    /// <summary>Adopts rules of a kind, with some numbers of them.</summary>
    public async Task AdoptsAsync(string rules, string kind, params (string Name, int Value)[] numbers)
    {
        await GoesToAsync($"/desk/policies/new?kind={kind}");
        await Page.FillAsync("[name=Name]", rules);
        foreach (var (number, value) in numbers)
        {
            await Page.FillAsync($"[name={number}]", value.ToString(CultureInfo.InvariantCulture));
        }

        await Page.ClickAsync("button:has-text('Adopt')");
        await SeesAsync($"{rules} is adopted.");
    }

    /// <summary>Opens a pool for one offer.</summary>
    public async Task OpensPoolAsync(string pool, Guid offer, string rules, int hours)
    {
        await GoesToAsync("/desk/pools/new");
        await Page.FillAsync("[name=Name]", pool);
        await Page.SelectOptionAsync("[name=Topic]", "tool");
        await Page.SelectOptionAsync("[name=OfferId]", $"{offer}");
        await Page.SelectOptionAsync("[name=PolicyName]", rules);
        await Page.FillAsync("[name=RoundHours]", hours.ToString(CultureInfo.InvariantCulture));
        await Page.ClickAsync("button:has-text('Open the pool')");
        await SeesAsync($"{pool} is open");
    }

    /// <summary>Closes the open round of a pool now.</summary>
    /// <returns>The round, which is drawn.</returns>
    public async Task<Guid> ClosesRoundOfAsync(string pool)
    {
        await GoesToAsync("/desk/rounds");
        await Page.ClickAsync($"section[aria-labelledby=open] a:has-text('{pool}')");
        await Page.ClickAsync("summary:has-text('Close and draw it now')");
        await Page.ClickAsync("button:has-text('Close round')");
        await SeesAsync("is drawn, and everybody is told.");
        return IdIn(Page.Url);
    }

    /// <summary>Reads a file of the node, signed in as they are.</summary>
    public async Task<string> ReadsFileAsync(string path)
    {
        var answer = await Page.Context.APIRequest.GetAsync(path);
        Assert.Equal(200, answer.Status);
        return await answer.TextAsync();
    }

    /// <summary>What their browser would send with a request: they are signed in, where they are somebody.</summary>
    public async Task<string> CookiesAsync()
    {
        if ((await Page.Context.CookiesAsync()).Any(cookie => cookie.Name == "s"))
        {
            await GoesToAsync("/me");
        }

        return string.Join("; ", (await Page.Context.CookiesAsync()).Where(cookie => cookie.Name != "said").Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }

    /// <summary>The id at the end of an address.</summary>
    protected static Guid IdIn(string url) => Guid.Parse(Id().Matches(url).Last().Value);

    /// <summary>The token that a page of theirs carries in its forms.</summary>
    protected async Task<string> TokenAsync()
    {
        await GoesToAsync("/me/settings");
        return (await Page.Locator("input[name=__RequestVerificationToken]").First.GetAttributeAsync("value"))!;
    }

    private async Task FillSealedAsync((string Part, string Text)[] secrets)
    {
        foreach (var (part, text) in secrets)
        {
            await Page.FillAsync(SealedField(part), text);
        }
    }

    private static string Plain(string text) => Spaces().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("number ([0-9]+) of")]
    private static partial Regex Unit();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
