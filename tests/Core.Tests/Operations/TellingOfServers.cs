using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Operations;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Operations;

/// <summary>What everybody reads of Dora's decisions about servers.</summary>
public sealed class TellingOfServers : InTown
{
    [Fact]
    public async Task Names_who_is_limited_and_kept_out_and_why_as_long_as_it_holds()
    {
        await DecideAsync("spam.example", HostSeverity.Suspend, "Nothing but spam.", null);
        await DecideAsync("loud.example", HostSeverity.Limit, "Loud.", Town.Clock.Now.AddDays(7));
        await DecideAsync("friend.example", HostSeverity.Allow, "A friend.", null);

        var page = await PageAsync();

        Assert.Equal([("loud.example", "Loud."), ("spam.example", "Nothing but spam.")], page.Decisions.Select(decision => (decision.Host, decision.Reason)));
        Assert.Equal(HostSeverity.Limit, page.Decisions[0].Severity);
        Assert.Equal(Town.Clock.Now.AddDays(7), page.Decisions[0].EndsAt!.Value, TimeSpan.FromMilliseconds(1));
        Town.Clock.Pass(TimeSpan.FromDays(8));
        Assert.Equal(["spam.example"], (await PageAsync()).Decisions.Select(decision => decision.Host));
    }

    [Fact]
    public async Task Keeps_the_reasons_where_a_steward_says_so_and_nobody_else_can()
    {
        await DecideAsync("spam.example", HostSeverity.Suspend, "Nothing but spam.", null);
        (await ReasonsAsync(Town.Amina, false)).RefusedAs("stewards-only");
        (await ReasonsAsync(Town.Zoe, false)).RefusedAs("stewards-only");
        Assert.NotNull((await PageAsync()).Decisions[0].Reason);

        (await ReasonsAsync(Town.Dora, false)).Granted();

        Assert.Equal((false, null), ((await PageAsync()).ShowsReasons, (await PageAsync()).Decisions[0].Reason));
        (await ReasonsAsync(Town.Dora, true)).Granted();
        Assert.NotNull((await PageAsync()).Decisions[0].Reason);
    }

    [Fact]
    public async Task Goes_on_for_as_many_pages_as_it_takes()
    {
        for (var i = 0; i <= HostDecisions.PageSize; i++)
        {
            await DecideAsync($"s{i:D4}.example", HostSeverity.Suspend, "Spam.", null);
        }

        var first = await PageAsync();
        var second = await PageAsync(first.After);

        Assert.Equal(HostDecisions.PageSize, first.Decisions.Count);
        Assert.Equal([$"s{HostDecisions.PageSize:D4}.example"], second.Decisions.Select(decision => decision.Host));
        Assert.Null(second.After);
    }

    private Task<HostDecisionPage> PageAsync(string? after = null) => Town.AskAsync((HostDecisions decisions) => decisions.PageAsync(after, default));

    private async Task DecideAsync(string host, HostSeverity severity, string reason, DateTimeOffset? end) =>
        (await Town.AsAsync(Town.Dora, (Viewer dora, DecideAboutHost decide) => decide.ExecuteAsync(dora, host, severity, reason, end, default))).Granted();

    private Task<Result<Done>> ReasonsAsync(Person who, bool areShown) =>
        Town.AsAsync(who, (Viewer viewer, ChooseFederationMode choose) => choose.ReasonsAsync(viewer, areShown, default));
}
