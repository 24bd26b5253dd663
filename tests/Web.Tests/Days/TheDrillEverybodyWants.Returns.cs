using PostMoney.Core.Outcomes;
using Xunit;

namespace PostMoney.Web.Tests.Days;

/// <content>From the day on which they should come back to the figures of the month.</content>
public abstract partial class TheDrillEverybodyWants
{
    // Step 15. What Chen and Ewa wanted is past, or nearly; they ask for another time.
    private async Task Nobody_keeps_it_longer_while_somebody_waits()
    {
        foreach (var neighbour in new[] { _chen, _ewa })
        {
            await neighbour.GoesToAsync("/me");
            await neighbour.Page.ClickAsync("section[aria-labelledby=waiting] h3 a");
            await neighbour.TakesBackAsync(Guid.Parse(neighbour.Page.Url.Split('/')[^1]));
        }

        await _library.WaitUntilAsync("2027-03-08 09:00");
        await _chen.AsksForAsync(_drills, "2027-03-15 12:00", "2027-03-17 12:00");
        await _ewa.AsksForAsync(_drills, "2027-03-15 12:00", "2027-03-17 12:00");
        await _library.WaitUntilAsync("2027-03-09 12:00");
        await _amina.GoesToAsync($"/assignments/{_ofAmina}");
        await _amina.Page.ClickAsync("button:has-text('Keep it longer')");
        await _amina.SeesAsync("Somebody is waiting for it, so it cannot be prolonged this time.");
    }

    // Steps 16, 17 and 18. Whoever has the drill that Zoe is promised brings it back broken.
    private async Task One_drill_comes_back_well_and_one_broken()
    {
        await _library.WaitUntilAsync("2027-03-10 09:40");
        var promised = await _zoe.UnitOfAsync(_ofZoe);
        var isBilals = await _bilal.UnitOfAsync(_ofBilal) == promised;
        var (well, whole, unlucky, broken) = isBilals ? (_amina, _ofAmina, _bilal, _ofBilal) : (_bilal, _ofBilal, _amina, _ofAmina);
        var openTab = await unlucky.KeepsATabForAsync(broken);

        await _gus.GoesToAsync("/desk/returns");
        await _gus.SeesAsync(well.Name, unlucky.Name);
        await _gus.TellsAsync(whole, OutcomeResult.Completed, "Bits complete, cable whole.");
        await _dora.GoesToAsync("/me/notifications");
        await _dora.SeesAsync("Hammer drills: there is word of how it went.");
        await well.GoesToAsync($"/assignments/{whole}");
        await well.SeesAsync("As it was meant", "in time", "Bits complete, cable whole.");

        await _library.WaitUntilAsync("2027-03-10 09:55");
        await unlucky.TellsAsync(broken, OutcomeResult.Partial, "The chuck jams.", broken: true);
        await _dora.TellsAsync(broken, OutcomeResult.Partial, "Seen and agreed: it was worn.");
        await _dora.SeesAsync("The chuck jams.", "Seen and agreed: it was worn.", "Needs looking after");
        await _dora.GoesToAsync($"/assignments/{broken}/outcome");
        await _dora.SeesAsync("You have told about this already.");
        Assert.DoesNotContain(NewLock, await openTab(), StringComparison.Ordinal);

        await _dora.GoesToAsync("/desk/maintenance");
        await _dora.SeesAsync($"MT-1: Hammer drills, unit {promised}", "To be looked at", "The chuck jams.");
        await _stranger.Page.GotoAsync($"/items/{_drills}");
        await _stranger.SeesAsync("2, of which 1 free now");
        await _zoe.GoesToAsync($"/assignments/{_ofZoe}");
        await _zoe.SeesAsync($"number {3 - promised} of 2", $"Moved from unit {promised} to unit {3 - promised}: the first one needs repair.");
        await _zoe.GoesToAsync("/me/notifications");
        await _zoe.SeesAsync($"Moved from unit {promised} to unit {3 - promised}");
    }

    // Step 19. Chen used it for six days, Ewa for seven, and one drill is left.
    private async Task A_turn_that_is_not_taken_passes_on()
    {
        await _library.WaitUntilAsync("2027-03-10 18:01");
        await _chen.GoesToAsync("/me");
        await _chen.SeesAsync("It is your turn", "Say yes by Thu 11 March, 18:01");
        await _ewa.GoesToAsync("/me");
        await _ewa.SeesAsync("You are next in line");

        await _library.WaitUntilAsync("2027-03-11 18:02");
        await _chen.GoesToAsync("/me");
        await _chen.SeesAsync("Waiting", "the hold ran out; your need stays in the line");
        var ofEwa = await _ewa.AcceptsAsync();
        Assert.Equal(await _zoe.UnitOfAsync(_ofZoe), await _ewa.UnitOfAsync(ofEwa));
    }

    // Step 20.
    private async Task Gus_mends_the_drill()
    {
        await _library.WaitUntilAsync("2027-03-12 15:00");
        await _gus.GoesToAsync("/desk/maintenance");
        await _gus.Page.ClickAsync("button:has-text('In repair')");
        await _gus.SeesAsync("In repair");
        await _gus.Page.FillAsync("[name=Note]", "A new chuck.");
        await _gus.Page.ClickAsync("button:has-text('Back in the pool')");
        await _gus.SeesAsync("Nothing is broken", "A new chuck.", "Resolved");
        await _stranger.Page.GotoAsync($"/items/{_drills}");
        await _stranger.SeesAsync("2, of which 1 free now");
        await _dora.GoesToAsync("/me/notifications");
        await _dora.SeesAsync("MT-1");
    }

    // Step 21.
    private async Task Fay_reads_who_opened_what()
    {
        await _library.WaitUntilAsync("2027-03-13 11:00");
        await _fay.GoesToAsync("/audit");
        await _fay.Page.ClickAsync("button:has-text('Check the chain')");
        await _fay.SeesAsync("The chain is whole", "grant.issued", "grant.refused");
        Assert.Equal(0, await _fay.Page.Locator("main form[method=post]").CountAsync());
        await _fay.GoesToAsync("/audit/grants");
        Assert.Equal(0, await _fay.Page.Locator("main form[method=post]").CountAsync());

        var lines = (await _fay.ReadsFileAsync("/audit/grants.csv")).Split('\n');
        int Count(string who, string answer) => lines.Count(line => line.Contains($",{who},", StringComparison.Ordinal) && line.Contains($",{answer},", StringComparison.Ordinal));
        Assert.Equal((3, 2, 1), (Count("Amina", "opened"), Count("Bilal", "opened"), Count("Dora", "opened")));
        Assert.Equal(2, lines.Count(line => line.Contains(",refused,", StringComparison.Ordinal)));
        Assert.Equal(8, (await _fay.ReadsFileAsync("/audit/grants.json")).Split("\"answer\"").Length - 1);
        Assert.Contains("ticket.resolved", await _fay.ReadsFileAsync("/audit/log.csv"), StringComparison.Ordinal);
        Assert.Equal(404, await _fay.FollowsAsync($"/assignments/{_ofAmina}"));
    }

    // Step 22.
    private async Task Everybody_reads_the_figures_of_the_month()
    {
        await _library.WaitUntilAsync("2027-04-01 09:00");
        await _stranger.Page.GotoAsync("/transparency?month=2027-03");
        await _stranger.SeesAsync("How we share", "Tool", "not told", "tools-v3, version 1");
        await _stranger.Page.ClickAsync("summary:has-text('tools-v3')");
        await _stranger.SeesAsync("Pause between uses 168");
        await _stranger.DoesNotSeeAsync("still runs", "Amina", "Bilal");
        Assert.Equal(0, await _stranger.Page.Locator("dd:text-matches('^[1-4]$'), td:text-matches('^[1-4]$')").CountAsync());
    }
}
