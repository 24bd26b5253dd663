using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Maintenance;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Maintenance;

public sealed class TakingAUnitOut : InTown
{
    [Fact]
    public async Task Follows_from_damage_that_somebody_tells_of()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync();
        Town.Clock.WaitUntil(permit.Window.To);
        (await Town.TellAsync(Town.Amina, permit.Id, TownPermits.Broke)).Granted();

        var ticket = Assert.Single(await TicketsAsync(Town.Bilal));
        Assert.Equal((offer, 1, "A rung is loose.", TicketState.Assess), (ticket.OfferId, ticket.Unit, ticket.Problem, ticket.State));
        var need = await Town.NeedAsync(Town.Chen, Town.LadderWanted());
        await Town.SettleNowAsync();
        Assert.Null(await Town.PermitOfAsync(Town.Chen, need));
    }

    [Fact]
    public async Task Happens_once_when_both_sides_tell_of_the_same_damage()
    {
        var (_, _, permit) = await Town.LendToAminaAsync();
        Town.Clock.WaitUntil(permit.Window.To);
        (await Town.TellAsync(Town.Amina, permit.Id, TownPermits.Broke)).Granted();
        (await Town.TellAsync(Town.Bilal, permit.Id, TownPermits.Broke)).Granted();

        Assert.Single(await TicketsAsync(Town.Bilal));
    }

    [Fact]
    public async Task Moves_what_was_promised_to_another_unit_at_the_same_time()
    {
        var (offer, need, permit) = await Town.LendToAminaAsync(2, ("lockCode", "4711"));
        Assert.Equal(1, permit.Unit);

        (await OpenAsync(Town.Bilal, offer, unit: 1)).Granted();

        var moved = await Town.PermitOfAsync(Town.Amina, need);
        Assert.Equal((AssignmentState.Active, 2, permit.Window), (moved!.State, moved.Unit, moved.Window));
        Town.Clock.WaitUntil(permit.Window.From);
        Assert.Equal(["4711"], (await Town.OpenAsync(Town.Amina, offer)).Select(part => part.Text));
    }

    [Fact]
    public async Task Takes_back_what_was_promised_where_there_is_no_other_unit_and_gives_it_to_nobody()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var aminas = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        var chens = await Town.NeedAsync(Town.Chen, Town.LadderWanted());
        await Town.SettleNowAsync();

        (await OpenAsync(Town.Dora, offer, unit: 1)).Granted();

        var states = await Town.AskAsync((PostMoneyDb db) => db.Assignments.Select(a => a.State).ToListAsync());
        Assert.Equal([AssignmentState.Revoked], states);
        var permits = new[] { await Town.PermitOfAsync(Town.Amina, aminas), await Town.PermitOfAsync(Town.Chen, chens) };
        Assert.Single(permits, permit => permit is not null);
    }

    [Fact]
    public async Task Brings_it_back_when_it_is_mended()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var ticket = (await OpenAsync(Town.Bilal, offer, unit: 1)).Granted();
        Town.Clock.Pass(TimeSpan.FromHours(1));
        (await MoveAsync(Town.Bilal, ticket, TicketState.Repair)).Granted();
        (await MoveAsync(Town.Bilal, ticket, TicketState.Resolved)).Granted();
        var need = await Town.NeedAsync(Town.Chen, Town.LadderWanted());

        await Town.SettleNowAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Chen, need));
        (await MoveAsync(Town.Bilal, ticket, TicketState.Repair)).RefusedAs(TicketRefusals.NotAnyMore);
    }

    [Fact]
    public async Task Keeps_out_what_is_retired()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var ticket = (await OpenAsync(Town.Bilal, offer, unit: 1)).Granted();
        (await MoveAsync(Town.Bilal, ticket, TicketState.Retired)).Granted();
        (await Town.ReviseAsync(Town.Bilal, offer, Town.LadderToLend() with { To = Town.Clock.Now.AddDays(200) })).Granted();
        var need = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 100));

        await Town.SettleNowAsync();

        Assert.Null(await Town.PermitOfAsync(Town.Chen, need));
    }

    [Fact]
    public async Task Is_for_owners_and_stewards()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 2));

        foreach (var person in new[] { Town.Amina, Town.Fay, Town.Zoe })
        {
            (await OpenAsync(person, offer, unit: 1)).RefusedAs(TicketRefusals.NotFound);
        }

        var ticket = (await OpenAsync(Town.Dora, offer, unit: 1)).Granted();
        (await MoveAsync(Town.Amina, ticket, TicketState.Resolved)).RefusedAs(TicketRefusals.NotFound);
        Assert.Empty(await TicketsAsync(Town.Amina));
        Assert.Empty(await TicketsAsync(Town.Zoe));
        Assert.Single(await TicketsAsync(Town.Dora));
        Assert.Single(await TicketsAsync(Town.Bilal));
    }

    [Fact]
    public async Task Needs_a_unit_that_exists_and_is_in()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 2));

        (await OpenAsync(Town.Bilal, offer, unit: 3)).RefusedAs(TicketRefusals.Unit);
        (await OpenAsync(Town.Bilal, offer, unit: 0)).RefusedAs(TicketRefusals.Unit);
        (await OpenAsync(Town.Bilal, offer, unit: 1, problem: "?")).RefusedAs(TicketRefusals.Problem);
        (await OpenAsync(Town.Bilal, offer, unit: 1)).Granted();
        (await OpenAsync(Town.Bilal, offer, unit: 1)).RefusedAs(TicketRefusals.Unit);
    }

    private Task<Result<Guid>> OpenAsync(Person who, Guid offer, int unit, string problem = "A rung is loose.") =>
        Town.AsAsync(who, (Viewer viewer, OpenTicket open) => open.ExecuteAsync(viewer, offer, unit, problem, default));

    private Task<Result<Done>> MoveAsync(Person who, Guid ticket, TicketState state) =>
        Town.AsAsync(who, (Viewer viewer, ResolveTicket resolve) => resolve.ExecuteAsync(viewer, ticket, state, "", default));

    private Task<IReadOnlyList<TicketLine>> TicketsAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, TicketList tickets) => tickets.OfAsync(viewer, default));
}
