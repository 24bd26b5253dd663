using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Assignments;

/// <summary>Amina, Chen and Ewa want Bilal's one ladder for the same afternoon; a draw puts them in a line.</summary>
public sealed class GivingUpAPermit : InTown
{
    private readonly Dictionary<Guid, Person> _asking = [];
    private Person _winner = null!;
    private AssignmentCard _permit = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        foreach (var person in new[] { Town.Amina, Town.Chen, Town.Ewa })
        {
            _asking.Add(await Town.NeedAsync(person, Town.LadderWanted()), person);
        }

        await Town.SettleNowAsync();
        (_winner, _permit) = await HolderAsync();
    }

    [Fact]
    public async Task Declined_it_goes_to_the_next_in_line()
    {
        (await DeclineAsync(_winner)).Granted();

        await WentToTheNextAsync(AssignmentState.Declined);
    }

    [Fact]
    public async Task Takes_its_line_from_what_its_holder_sees_running()
    {
        var line = Assert.Single(await RunningAsync(_winner));
        Assert.Equal((_permit.Id, _permit.OfferTitle, AssignmentState.Held), (line.Id, line.OfferTitle, line.State));
        Assert.Equal((_permit.Window.From, _permit.Window.To), (line.From, line.To));
        Assert.Empty(await RunningAsync(Town.Bilal));

        (await DeclineAsync(_winner)).Granted();

        Assert.Empty(await RunningAsync(_winner));
        Assert.Single(await RunningAsync((await HolderAsync()).Holder));
    }

    [Fact]
    public async Task Lapsed_it_goes_to_the_next_in_line_and_in_the_end_to_nobody()
    {
        for (var turn = 1; turn <= 3; turn++)
        {
            var (_, permit) = await HolderAsync();
            Town.Clock.WaitUntil(permit.HoldUntil);
            await RunLapseAsync();
        }

        Assert.Equal(
            [AssignmentState.Lapsed, AssignmentState.Lapsed, AssignmentState.Lapsed],
            await Town.AskAsync((PostMoneyDb db) => db.Assignments.Select(a => a.State).ToListAsync()));
        Assert.Equal(3, await Town.AskAsync((PostMoneyDb db) => db.Assignments.Select(a => a.AssigneeId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Does_not_lapse_early_or_when_it_was_accepted()
    {
        Town.Clock.WaitUntil(_permit.HoldUntil.AddSeconds(-1));
        (await Town.AskAsync((GiveUpAssignment giveUp) => giveUp.LapseAsync(_permit.Id, default))).Granted();
        Assert.Equal(AssignmentState.Held, (await HolderAsync()).Permit.State);

        await Town.AcceptAsync(_winner, _permit.NeedId);
        Town.Clock.Pass(TimeSpan.FromMinutes(5));
        (await Town.AskAsync((GiveUpAssignment giveUp) => giveUp.LapseAsync(_permit.Id, default))).Granted();
        Assert.Equal(AssignmentState.Active, (await HolderAsync()).Permit.State);
    }

    [Fact]
    public async Task Given_back_it_goes_to_the_next_in_line()
    {
        await Town.AcceptAsync(_winner, _permit.NeedId);

        (await ReleaseAsync(_winner)).Granted();

        await WentToTheNextAsync(AssignmentState.Released);
        (await ReleaseAsync(_winner)).RefusedAs(AssignmentRefusals.NotAnyMore);
    }

    [Fact]
    public async Task Taken_back_by_its_owner_it_goes_to_the_next_in_line_with_a_reason()
    {
        await Town.AcceptAsync(_winner, _permit.NeedId);

        (await RevokeAsync(Town.Bilal, "no")).RefusedAs(AssignmentRefusals.Reason);
        (await RevokeAsync(Town.Bilal, "I need it myself that day.")).Granted();

        await WentToTheNextAsync(AssignmentState.Revoked);
        var page = await Town.AsAsync(_winner, (Viewer viewer, AssignmentPages pages) => pages.FindAsync(viewer, _permit.Id, default));
        Assert.Equal("I need it myself that day.", page!.Steps[^1].Note);
    }

    [Fact]
    public async Task Is_not_for_others()
    {
        var other = _asking.Values.First(person => person != _winner);
        (await DeclineAsync(other)).RefusedAs(AssignmentRefusals.NotFound);
        (await DeclineAsync(Town.Dora)).RefusedAs(AssignmentRefusals.NotFound);
        (await RevokeAsync(other, "I want it myself.")).RefusedAs(AssignmentRefusals.NotFound);
        (await RevokeAsync(Town.Fay, "I want it myself.")).RefusedAs(AssignmentRefusals.NotFound);
        (await RevokeAsync(Town.Zoe, "I want it myself.")).RefusedAs(AssignmentRefusals.NotFound);
        (await RevokeAsync(Town.Dora, "The ladder is not safe.")).Granted();
    }

    [Fact]
    public async Task Leaves_the_need_open_for_later_rounds()
    {
        (await DeclineAsync(_winner)).Granted();

        Assert.Equal(ItemState.Open, await Town.AskAsync((PostMoneyDb db) =>
            db.Needs.Where(need => need.Id == _permit.NeedId).Select(need => need.State).SingleAsync()));
        (await Town.WithdrawAsync(_winner, _permit.NeedId, isNeed: true)).Granted();
    }

    [Fact]
    public async Task Skips_who_is_no_longer_in_need()
    {
        foreach (var (need, person) in _asking.Where(pair => pair.Value != _winner).Skip(1))
        {
            (await Town.WithdrawAsync(person, need, isNeed: true)).Granted();
        }

        var last = _asking.Values.First(person => person != _winner);
        (await DeclineAsync(_winner)).Granted();

        Assert.Equal(last, (await HolderAsync()).Holder);
    }

    private async Task WentToTheNextAsync(AssignmentState state)
    {
        var (holder, permit) = await HolderAsync();
        Assert.NotEqual(_winner, holder);
        Assert.Equal(AssignmentState.Held, permit.State);
        Assert.Equal(state, (await Town.PermitOfAsync(_winner, _permit.NeedId))!.State);
        var next = await Town.AskAsync((PostMoneyDb db) =>
            db.DrawnLines.Where(line => line.Place != null).OrderBy(line => line.Place).Select(line => line.NeedId).FirstAsync());
        Assert.Equal(_asking[next], holder);
    }

    private async Task<(Person Holder, AssignmentCard Permit)> HolderAsync()
    {
        var need = await Town.AskAsync((PostMoneyDb db) =>
            db.Assignments.Where(a => a.State == AssignmentState.Held || a.State == AssignmentState.Active).Select(a => a.NeedId).SingleAsync());
        return (_asking[need], (await Town.PermitOfAsync(_asking[need], need))!);
    }

    private async Task RunLapseAsync() => Assert.Contains(Assignment.LapseJob, await Town.RunDueJobsAsync());

    private Task<Result<Done>> DeclineAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, GiveUpAssignment giveUp) => giveUp.DeclineAsync(viewer, _permit.Id, default));

    private Task<Result<Done>> ReleaseAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, GiveUpAssignment giveUp) => giveUp.ReleaseAsync(viewer, _permit.Id, default));

    private Task<Result<Done>> RevokeAsync(Person who, string reason) =>
        Town.AsAsync(who, (Viewer viewer, GiveUpAssignment giveUp) => giveUp.RevokeAsync(viewer, _permit.Id, reason, default));

    private Task<IReadOnlyList<RunningPermit>> RunningAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, AssignmentPages pages) => pages.RunningAsync(viewer, 4, default));
}
