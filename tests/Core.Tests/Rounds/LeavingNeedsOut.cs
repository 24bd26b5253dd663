using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

/// <summary>A need that cannot be in a round keeps nobody else from theirs, and its author is told.</summary>
public sealed class LeavingNeedsOut : InTown
{
    [Theory]
    [InlineData("window_from = -1")]
    [InlineData("window_to = 225000000000000")]
    public async Task Draws_the_others_where_the_time_of_one_is_impossible(string tampered)
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var (bad, good) = (await Town.NeedAsync(Town.Chen, Town.LadderWanted()), await Town.NeedAsync(Town.Amina, Town.LadderWanted()));
        Tamper($"UPDATE items SET {tampered} WHERE id = '{bad:D}'");

        var round = await Town.SettleNowAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, good));
        Assert.Equal(RoundState.Drawn, await Town.AskAsync((PostMoneyDb db) => db.Rounds.Where(r => r.Id == round).Select(r => r.State).SingleAsync()));
        Assert.Contains("no round can hold its time", await ToldAsync(Town.Chen), StringComparison.Ordinal);
        Assert.Contains("1 needs were not in it", await ToldAsync(Town.Dora), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_is_for_named_people_out_of_a_topics_pool_unless_it_asks_for_one_offer()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 2));
        var form = Town.LadderWanted() with { Visibility = Visibility.Direct, Readers = "bilal" };
        var alone = await Town.NeedAsync(Town.Chen, form);
        var asking = await Town.NeedAsync(Town.Amina, form with { AskedOfferId = offer });
        Assert.Equal(1, (await Town.AsAsync(Town.Dora, (Viewer dora, DeskRounds rounds) => rounds.OfAsync(dora, default)))
            .Single(round => round.Topic == "tool").Needs);

        await Town.SettleNowAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, asking));
        Assert.Null(await Town.PermitOfAsync(Town.Chen, alone));
        Assert.Equal([asking], await Town.AskAsync((PostMoneyDb db) => db.DrawnLines.Select(line => line.NeedId).ToListAsync()));
    }

    [Fact]
    public async Task Takes_the_oldest_where_there_are_more_than_a_round_holds_and_tells_the_others()
    {
        var first = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        Tamper(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO items SELECT printf('%08x-0000-7000-8000-000000000000', n), kind, author_id, issuer, category, topic, version, state,
                title, summary, window_from, window_to, sections, visibility, group_id, 0, sealed_names, published_at + n, revised_at,
                ended_at, priority, asked_offer_id, units
            FROM items, (WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {RoundLimits.MaxNeeds + 1}) SELECT n FROM c)
            WHERE id = '{first:D}'
            """));

        await Town.SettleNowAsync();

        var (drawn, hasFirst, last) = await Town.AskAsync(async (PostMoneyDb db) => (
            await db.DrawnLines.CountAsync(), await db.DrawnLines.AnyAsync(line => line.NeedId == first), await db.DrawnLines.MaxAsync(line => line.NeedId)));
        Assert.Equal((RoundLimits.MaxNeeds, true), (drawn, hasFirst));
        Assert.Equal(first, last);
        Assert.Equal(2, await Town.AskAsync((PostMoneyDb db) => db.Notifications.CountAsync(told =>
            told.MemberId == Town.Amina.Id && told.Kind == "round.left-out" && told.Text.Contains("takes part in the next one"))));
        Assert.Contains("2 needs were not in it", await ToldAsync(Town.Dora), StringComparison.Ordinal);
        Assert.Equal(2, (await Town.AskAsync((PoolList pools) => pools.OpenAsync(Viewer.Stranger, default))).Single(pool => pool.Topic == "tool").RoundNumber);
    }

    private Task<string> ToldAsync(Person who) => Town.AskAsync(async (PostMoneyDb db) =>
        string.Join('\n', await db.Notifications.Where(told => told.MemberId == who.Id).Select(told => told.Text).ToListAsync()));

    private void Tamper(string sql)
    {
        using var connection = Town.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA query_only = OFF; {sql}; PRAGMA query_only = ON";
        command.ExecuteNonQuery();
    }
}
