using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Offers;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Offers;

/// <summary>A unit is promised to one person at a time, whoever promises.</summary>
public sealed class PromisingAUnit : InTown
{
    [Fact]
    public async Task Leaves_nothing_for_the_next_round()
    {
        var (_, _, permit) = await Town.LendToAminaAsync();
        var chens = await Town.NeedAsync(Town.Chen, Wanted(permit.Window.From.AddHours(1), permit.Window.To.AddHours(1)));

        await Town.SettleNowAsync();

        Assert.Null(await Town.PermitOfAsync(Town.Chen, chens));
        Assert.Equal("no-unit-free", await OutcomeOfAsync(chens));
    }

    [Fact]
    public async Task Leaves_the_time_before_and_after_free()
    {
        var (_, _, permit) = await Town.LendToAminaAsync();
        var before = await Town.NeedAsync(Town.Chen, Wanted(permit.Window.From.AddHours(-2), permit.Window.From));
        var after = await Town.NeedAsync(Town.Ewa, Wanted(permit.Window.To, permit.Window.To.AddHours(2)));

        await Town.SettleNowAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Chen, before));
        Assert.NotNull(await Town.PermitOfAsync(Town.Ewa, after));
    }

    [Fact]
    public async Task Gives_two_who_ask_at_once_a_unit_each_and_the_third_none()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 2));
        foreach (var person in new[] { Town.Amina, Town.Chen, Town.Ewa })
        {
            await Town.NeedAsync(person, Town.LadderWanted());
        }

        await Town.SettleNowAsync();

        var units = await Town.AskAsync((PostMoneyDb db) => db.Assignments.Select(a => a.Unit).ToListAsync());
        Assert.Equal([1, 2], units.Order());
        var outcomes = await Town.AskAsync((PostMoneyDb db) => db.DrawnLines.Select(line => line.Outcome).ToListAsync());
        Assert.Equal(["allotted", "allotted", "outranked"], outcomes.Order());
    }

    [Fact]
    public async Task By_hand_is_refused_where_none_is_free()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync();
        var need = await Town.NeedAsync(Town.Chen, Wanted(permit.Window.From, permit.Window.To));

        (await MatchAsync(Town.Dora, need, offer)).RefusedAs(AssignmentRefusals.NoUnitFree);
    }

    [Fact]
    public async Task By_hand_works_where_one_is_free_and_says_why()
    {
        var (offer, _, _) = await Town.LendToAminaAsync(units: 2);
        var need = await Town.NeedAsync(Town.Chen, Town.LadderWanted());

        var permit = (await MatchAsync(Town.Dora, need, offer)).Granted();

        var page = await Town.AsAsync(Town.Chen, (Viewer chen, AssignmentPages pages) => pages.FindAsync(chen, permit, default));
        Assert.Equal("Chen's roof leaks.", page!.Assignment.Reason);
        Assert.Equal(Town.Dora.Did, page.Assignment.IssuedBy);
        Assert.Equal(2, page.Assignment.Unit);
    }

    [Fact]
    public async Task By_hand_is_for_stewards_and_owners_and_not_for_ones_own_need()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        var doras = await Town.NeedAsync(Town.Dora, Town.LadderWanted());

        (await MatchAsync(Town.Chen, need, offer)).RefusedAs("stewards-only");
        (await MatchAsync(Town.Amina, need, offer)).RefusedAs("stewards-only");
        (await MatchAsync(Town.Dora, doras, offer)).RefusedAs(AssignmentRefusals.OwnNeed);
        (await MatchAsync(Town.Dora, need, offer, "no")).RefusedAs(AssignmentRefusals.Reason);
        (await MatchAsync(Town.Bilal, need, offer)).Granted();
        (await MatchAsync(Town.Dora, need, offer)).RefusedAs("item.not-found");
    }

    [Fact]
    public async Task By_hand_keeps_to_what_fits_and_what_may_be_seen()
    {
        var bilals = await Town.OfferAsync(Town.Bilal, Town.LadderToLend() with { Visibility = Visibility.Direct, Readers = "chen" });
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        var saw = await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { Sections = TownItems.Json("""{"constraints":{"kind":"saw"}}""") });
        var late = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 80));
        var hidden = await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { Visibility = Visibility.Direct, Readers = "ewa" });

        (await MatchAsync(Town.Dora, need, bilals)).RefusedAs(AssignmentRefusals.NotEligible);
        (await MatchAsync(Town.Dora, saw, bilals)).RefusedAs(AssignmentRefusals.NotEligible);
        (await MatchAsync(Town.Dora, late, bilals)).RefusedAs(AssignmentRefusals.NotEligible);
        (await MatchAsync(Town.Bilal, hidden, bilals)).RefusedAs("item.not-found");
    }

    [Fact]
    public async Task Twice_is_refused_by_the_database_itself()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync(units: 2);

        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => TakeAsync(offer, 1, permit.Window.From.AddHours(3), permit.Window.To.AddHours(3)));
        Assert.Contains("unit promised twice", Assert.IsType<SqliteException>(fault.InnerException).Message, StringComparison.Ordinal);

        var other = await TakeAsync(offer, 2, permit.Window.From, permit.Window.To);
        await Assert.ThrowsAsync<DbUpdateException>(() => Town.AskAsync(async (PostMoneyDb db) =>
        {
            await using var change = await db.BeginChangeAsync(default);
            (await db.UnitUses.SingleAsync(use => use.Id == other)).Unit = 1;
            await change.SaveAsync(default);
            return true;
        }));
        await TakeAsync(offer, 1, permit.Window.To, permit.Window.To.AddHours(1));
    }

    [Fact]
    public async Task Shows_how_many_are_free_at_the_moment()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync(units: 3);
        Assert.Equal(3, await FreeAsync(offer));

        Town.Clock.WaitUntil(permit.Window.From);
        Assert.Equal(2, await FreeAsync(offer));

        Town.Clock.WaitUntil(permit.Window.To);
        Assert.Equal(3, await FreeAsync(offer));
    }

    private async Task<int?> FreeAsync(Guid offer) =>
        (await Town.AsAsync(Town.Chen, (Viewer chen, ItemPages pages) => pages.FindAsync(chen, offer, default)))!.Card.FreeUnits;

    private Task<Guid> TakeAsync(Guid offer, int unit, DateTimeOffset from, DateTimeOffset to) => Town.AskAsync(async (PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(default);
        var use = new UnitUse
        {
            Id = Guid.CreateVersion7(),
            OfferId = offer,
            Unit = unit,
            Purpose = UnitPurpose.Use,
            MemberId = Town.Chen.Id,
            Topic = "tool",
            FromAt = from,
            ToAt = to,
        };
        db.UnitUses.Add(use);
        await change.SaveAsync(default);
        return use.Id;
    });

    private ItemForm Wanted(DateTimeOffset from, DateTimeOffset to) => Town.LadderWanted() with { From = from, To = to };

    private Task<Result<Guid>> MatchAsync(Person who, Guid need, Guid offer, string reason = "Chen's roof leaks.") =>
        Town.AsAsync(who, (Viewer viewer, MatchByHand match) => match.ExecuteAsync(viewer, need, offer, reason, default));

    private Task<string?> OutcomeOfAsync(Guid need) => Town.AskAsync((PostMoneyDb db) =>
        db.DrawnLines.Where(line => line.NeedId == need).Select(line => line.Outcome).FirstOrDefaultAsync());
}
