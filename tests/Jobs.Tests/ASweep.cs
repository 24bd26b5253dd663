using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Access;
using PostMoney.Core.Items;
using PostMoney.Core.Passports;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Jobs.Tests;

public sealed class ASweep : InTown
{
    [Fact]
    public async Task Puts_away_what_is_over_and_leaves_the_rest()
    {
        await Town.NeedAsync(Town.Amina, Town.LadderWanted("For Thursday", inDays: 3));
        await Town.NeedAsync(Town.Amina, Town.LadderWanted("For next week", inDays: 9));
        Town.Clock.Pass(TimeSpan.FromDays(4));

        await (await RunnerAsync()).SweepAsync(default);

        var cards = (await Town.AsAsync(Town.Amina, (Viewer amina, CommunityTimeline timeline) =>
            timeline.PageAsync(amina, new TimelineFilter(), null, default))).Cards;
        Assert.Equal(["For next week"], cards.Select(card => card.Title));
        Assert.Equal(1, Count($"items WHERE state = '{nameof(ItemState.Expired).ToLowerInvariant()}'"));
    }

    [Fact]
    public async Task Forgets_grants_a_day_after_they_expired_and_keeps_who_opened_what()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync(secrets: ("lockCode", "4711"));
        Town.Clock.WaitUntil(permit.Window.From.AddMinutes(1));
        (await Town.GrantAsync(Town.Amina, offer)).Granted();
        var runner = await RunnerAsync();

        Town.Clock.Pass(TimeSpan.FromHours(23));
        await runner.SweepAsync(default);
        Assert.Equal(1, Count("key_grants"));

        Town.Clock.Pass(TimeSpan.FromHours(2));
        await runner.SweepAsync(default);
        Assert.Equal(0, Count("key_grants"));
        Assert.Equal(1, Count("grant_attempts WHERE allowed = 1"));
    }

    [Fact]
    public async Task Goes_on_where_one_of_them_breaks()
    {
        await Town.NeedAsync(Town.Amina, Town.LadderWanted("For Thursday", inDays: 3), ("contactNote", "Ring at 3b."));
        Town.Clock.Pass(TimeSpan.FromDays(4));
        var log = new NotedLog();
        var runner = new JobRunner(await Town.AskAsync((IServiceScopeFactory scopes) => Task.FromResult(scopes)), log);
        (string, Func<IServiceProvider, CancellationToken, Task>) broken =
            ("broken", (_, _) => throw new InvalidOperationException("Amina lives at 3b."));

        await runner.SweepAsync([broken, .. JobRoutes.Swept, broken], default);

        Assert.Equal(1, Count($"items WHERE state = '{nameof(ItemState.Expired).ToLowerInvariant()}'"));
        Assert.Equal(0, Count("sealed_parts") + Count("data_keys"));
        Assert.Equal(Enumerable.Repeat("The sweep broken failed: InvalidOperationException.", 2), log.Lines);
    }

    [Fact]
    public async Task Forgets_challenges_that_nobody_answered()
    {
        await Town.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.SignIn, default));
        var runner = await RunnerAsync();
        await runner.SweepAsync(default);
        Assert.Equal(1, Count("challenges"));

        Town.Clock.Pass(Challenges.Lifetime + TimeSpan.FromSeconds(1));
        await runner.SweepAsync(default);

        Assert.Equal(0, Count("challenges"));
    }
}
