using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Members;
using PostMoney.Core.Outcomes;
using PostMoney.Web.Tests.Leaks;
using Xunit;

namespace PostMoney.Web.Tests.Days;

/// <summary>
/// Two hammer drills and the people who want them, from the offer to the figures of the month, in browsers on a running node:
/// once with passports that the node keeps and no scripting, once with passports that never leave their browsers.
/// </summary>
/// <remarks>
/// Who gets what follows from the rules alone: least used first over 90 days, seven days of pause. In February Chen used a
/// drill for six days and Ewa for seven, until the 26th; Zoe is promised one for the 12th of March.
/// </remarks>
public abstract partial class TheDrillEverybodyWants(Browser browser, Custody custody) : IClassFixture<Browser>
{
    private const string Pool = "Hammer drill pool";

    // Canaries: one word each, in small letters, as the index of the search would keep them.
    private const string Lock = "canarylock4711";
    private const string NewLock = "canarylock8302";
    private const string Address = "canarylane3";
    private const string Note = "canaryringtwice";

    private readonly CanarySweep _sweep = new([Lock, NewLock, Address, Note]);

    private ToolLibrary _library = null!;
    private Neighbour _dora = null!;
    private Neighbour _gus = null!;
    private Neighbour _fay = null!;
    private Neighbour _amina = null!;
    private Neighbour _bilal = null!;
    private Neighbour _chen = null!;
    private Neighbour _ewa = null!;
    private Neighbour _zoe = null!;
    private Neighbour _stranger = null!;
    private Guid _drills;
    private Guid _ofAmina;
    private Guid _ofBilal;
    private Guid _ofZoe;
    private byte[][] _oldSecrets = [];

    [Fact]
    public async Task Is_shared_fairly_and_its_locker_opens_for_nobody_else()
    {
        await using var library = await ToolLibrary.OpenAsync(browser, custody);
        _library = library;
        await library.TellAsync(TheDay);
    }

    private async Task TheDay()
    {
        await EverybodyJoins();
        await Dora_offers_the_drills();
        await In_February_three_are_served();
        await In_March_four_ask_for_two_drills();
        await The_draw_gives_them_to_those_who_used_least();
        await A_member_checks_the_draw();
        await Amina_opens_the_locker_in_her_time_and_not_before();
        await Dora_changes_the_lock();
        await The_permit_opens_for_nobody_else();
        await No_page_shows_what_is_sealed();
        await Nobody_keeps_it_longer_while_somebody_waits();
        await One_drill_comes_back_well_and_one_broken();
        await A_turn_that_is_not_taken_passes_on();
        await Gus_mends_the_drill();
        await Fay_reads_who_opened_what();
        await Everybody_reads_the_figures_of_the_month();
        await Nothing_that_was_sealed_is_left_anywhere();
        await _library.HoldsAsync();
    }

    private async Task EverybodyJoins()
    {
        var eli = await _library.FoundAsync();
        _dora = await _library.JoinAsync("Dora");
        _gus = await _library.JoinAsync("Gus");
        _fay = await _library.JoinAsync("Fay");
        _amina = await _library.JoinAsync("Amina");
        _bilal = await _library.JoinAsync("Bilal");
        _chen = await _library.JoinAsync("Chen");
        _ewa = await _library.JoinAsync("Ewa");
        _zoe = await _library.JoinAsync("Zoe");
        _stranger = await _library.StrangerAsync();
        await eli.AppointsAsync(_dora, "steward");
        await eli.AppointsAsync(_gus, "steward");
        await eli.AppointsAsync(_fay, "auditor");
    }

    // Steps 1 and 2.
    private async Task Dora_offers_the_drills()
    {
        await _dora.OffersDrillsAsync(condition: "", ("lockCode", Lock));
        Assert.Equal(1, await _dora.Page.Locator(".error-summary").CountAsync());
        Assert.Equal("true", await _dora.Page.Locator("[name='details.condition']").GetAttributeAsync("aria-invalid"));
        Assert.Equal(0, await _library.StoredAsync(db => db.Items.CountAsync()));

        await _dora.OffersDrillsAsync(condition: "good", ("lockCode", Lock), ("address", Address));
        _drills = await _library.StoredAsync(db => db.Offers.Select(offer => offer.Id).SingleAsync());
        await _stranger.Page.GotoAsync("/");
        await _stranger.SeesAsync("Hammer drills", ToolLibrary.Planted, "2 free", "Sealed part", "Dora");

        await _dora.AdoptsAsync("tools-v3", "least-used-first", ("quotaPerPerson", 3), ("quotaPeriodDays", 60), ("cooldownHours", 168));
        await _library.WaitUntilAsync("2027-02-02 17:40");
        await _dora.OpensPoolAsync(Pool, _drills, "tools-v3", hours: 96);
    }

    private async Task In_February_three_are_served()
    {
        await _chen.AsksForAsync(_drills, "2027-02-03 10:00", "2027-02-09 10:00");
        await _ewa.AsksForAsync(_drills, "2027-02-19 10:00", "2027-02-26 10:00");
        await _zoe.AsksForAsync(_drills, "2027-03-12 10:00", "2027-03-15 10:00");
        await _library.WaitUntilAsync("2027-02-02 18:00");
        await _dora.ClosesRoundOfAsync(Pool);
        var ofChen = await _chen.AcceptsAsync();
        var ofEwa = await _ewa.AcceptsAsync();
        _ofZoe = await _zoe.AcceptsAsync();

        await _library.WaitUntilAsync("2027-02-09 10:05");
        await _chen.TellsAsync(ofChen, OutcomeResult.Completed);
        await _library.WaitUntilAsync("2027-02-26 10:05");
        await _ewa.TellsAsync(ofEwa, OutcomeResult.Completed);
        await _ewa.SeesAsync("in time");
    }

    // Step 6.
    private async Task In_March_four_ask_for_two_drills()
    {
        await _library.WaitUntilAsync("2027-03-01 09:05");
        foreach (var neighbour in new[] { _amina, _bilal, _chen })
        {
            await neighbour.AsksForAsync(_drills, "2027-03-03 10:00", "2027-03-10 10:00", neighbour == _amina ? [("contactNote", Note)] : []);
            await neighbour.SeesAsync($"{Pool}, round 2, is drawn Tue 2 March, 18:00.");
        }

        await _ewa.GoesToAsync($"/needs/new?offer={_drills}");
        await _ewa.SeesAsync("You can ask; your pause lasts until Fri 5 March, 10:00", $"{Pool}: uses left 2 of 3");
        await _ewa.AsksForAsync(_drills, "2027-03-03 10:00", "2027-03-10 10:00");
    }

    // Steps 7 and 9.
    private async Task The_draw_gives_them_to_those_who_used_least()
    {
        await _library.WaitUntilAsync("2027-03-02 18:01");
        await _amina.GoesToAsync("/me");
        await _amina.SeesAsync("It is your turn", "Say yes by Wed 3 March, 18:01");
        _ofAmina = await _amina.AcceptsAsync();
        _ofBilal = await _bilal.AcceptsAsync();
        Assert.Equal([1, 2], new[] { await _amina.UnitOfAsync(_ofAmina), await _bilal.UnitOfAsync(_ofBilal) }.Order());

        await _chen.GoesToAsync("/me");
        await _chen.SeesAsync("Why not yet?", "It went to people who had used it less", "you used it for 6 days in the last 90 days", "You are next in line");
        await _chen.DoesNotSeeAsync("Amina", "Bilal", "Ewa", "Zoe");
        await _ewa.GoesToAsync("/me");
        await _ewa.SeesAsync("You can be considered for times from 5 March 2027, 10:00 on.");
        await _ewa.DoesNotSeeAsync("Amina", "Bilal", "Chen", "Zoe");
    }

    // Step 8.
    private async Task A_member_checks_the_draw()
    {
        await _stranger.Page.GotoAsync("/rounds");
        await _stranger.Page.Locator($"section[aria-labelledby=drawn] a:has-text('{Pool}')").First.ClickAsync();
        await _stranger.SeesAsync($"{Pool}, round 2", "tools-v3", "Not for everybody");
        Assert.Equal(0, await _stranger.Page.Locator("a[href$='/transcript']").CountAsync());
        await _chen.GoesToAsync(new Uri(_stranger.Page.Url).AbsolutePath);
        var transcript = await _chen.ReadsFileAsync((await _chen.Page.Locator("a[href$='/transcript']").GetAttributeAsync("href"))!);
        await _chen.Page.ClickAsync("a[href^='/verify?round=']");
        await _chen.SeesAsync("Order reproduced");

        Assert.Contains("\"recentMinutes\":8640", transcript, StringComparison.Ordinal);
        await _stranger.Page.GotoAsync("/verify");
        await _stranger.Page.FillAsync("[name=Text]", transcript.Replace("\"recentMinutes\":8640", "\"recentMinutes\":0", StringComparison.Ordinal));
        await _stranger.Page.ClickAsync("button:has-text('Draw it again')");
        await _stranger.SeesAsync("It does not match");
        Assert.DoesNotContain("Amina", transcript, StringComparison.OrdinalIgnoreCase);
    }

    // Steps 10, 11 and 12.
    private async Task Amina_opens_the_locker_in_her_time_and_not_before()
    {
        await _library.WaitUntilAsync("2027-03-03 09:58");
        await _amina.GoesToAsync($"/assignments/{_ofAmina}/outcome");
        await _amina.SeesAsync("It has not begun yet.");
        Assert.Equal(0, await _amina.Page.Locator("main form").CountAsync());
        await _amina.GoesToAsync($"/assignments/{_ofAmina}/release?minutes=abc");
        await _amina.SeesAsync("Not open yet", "Opens Wed 3 March, 10:00");
        Assert.Equal(0, await _amina.Page.Locator(".error-summary").CountAsync());
        var (status, answer) = await _amina.KnocksAsync(_ofAmina);
        Assert.True(status is 403 or 404, $"Early, the answer was {status}.");
        Assert.DoesNotContain(Lock, answer, StringComparison.Ordinal);

        await _library.WaitUntilAsync("2027-03-03 10:00");
        _oldSecrets = await SecretsAsync();
        Assert.Equal(_oldSecrets.Length, CanarySweep.OfBytes(_oldSecrets).FindInFiles(_library.Node.Folder).Select(found => found.Word).Distinct().Count());
        var opened = await _amina.OpensAsync(_ofAmina);
        Assert.Contains(Lock, opened, StringComparison.Ordinal);
        Assert.Contains(Address, opened, StringComparison.Ordinal);
        await _library.WaitUntilAsync("2027-03-03 10:30");
        Assert.Contains(Lock, await _bilal.OpensAsync(_ofBilal), StringComparison.Ordinal);
        Assert.Contains(Note, await _dora.OpensAsync(_ofAmina), StringComparison.Ordinal);
        await _amina.GoesToAsync($"/assignments/{_ofAmina}");
        await _amina.SeesAsync("Who opened what is sealed", "Dora", "A drill for Amina");
    }

    // Step 13.
    private async Task Dora_changes_the_lock()
    {
        await _library.WaitUntilAsync("2027-03-04 12:00");
        await _dora.ChangesWhatIsSealedInAsync(_drills, ("lockCode", NewLock), ("address", Address));
        foreach (var (neighbour, permit) in new[] { (_amina, _ofAmina), (_bilal, _ofBilal) })
        {
            var opened = await neighbour.OpensAsync(permit);
            Assert.Contains(NewLock, opened, StringComparison.Ordinal);
            Assert.DoesNotContain(Lock, opened, StringComparison.Ordinal);
        }

        // Neither the old ciphertexts nor the key to them are anywhere, free pages of the database's file included.
        await _library.StoredAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)"));
        Assert.Empty(CanarySweep.OfBytes(_oldSecrets).FindInFiles(_library.Node.Folder));
        Assert.Equal(3, (await SecretsAsync()).Length);
    }

    // Step 14.
    private async Task The_permit_opens_for_nobody_else()
    {
        await _library.WaitUntilAsync("2027-03-05 09:00");
        foreach (var path in new[] { $"/assignments/{_ofBilal}", $"/assignments/{_ofBilal}/release", $"/assignments/{_ofBilal}/outcome" })
        {
            Assert.Equal(404, await _ewa.FollowsAsync(path));
        }

        Assert.Equal(404, (await _ewa.KnocksAsync(_ofBilal)).Status);
        Assert.Equal(404, (await _gus.KnocksAsync(_ofBilal)).Status);
    }
}
