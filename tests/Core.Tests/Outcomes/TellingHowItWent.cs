using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Outcomes;
using PostMoney.Core.Tests.Items;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Outcomes;

public sealed class TellingHowItWent : InTown
{
    private AssignmentCard _permit = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_, _, _permit) = await Town.LendToAminaAsync();
    }

    [Fact]
    public async Task Completes_the_permit_with_the_first_word_and_takes_one_from_each_side()
    {
        Town.Clock.WaitUntil(_permit.Window.To);
        await Town.RunDueJobsAsync();

        (await Town.TellAsync(Town.Bilal, _permit.Id, TownPermits.WentWell)).Granted();
        Assert.Equal(AssignmentState.Completed, (await Town.PermitOfAsync(Town.Amina, _permit.NeedId))!.State);
        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell)).Granted();

        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell)).RefusedAs(OutcomeRefusals.Told);
        (await Town.TellAsync(Town.Bilal, _permit.Id, TownPermits.WentWell)).RefusedAs(OutcomeRefusals.Told);
    }

    [Fact]
    public async Task Is_for_both_sides_and_stewards_and_read_by_them_alone()
    {
        Town.Clock.WaitUntil(_permit.Window.To);
        (await Town.TellAsync(Town.Chen, _permit.Id, TownPermits.WentWell)).RefusedAs(AssignmentRefusals.NotFound);
        (await Town.TellAsync(Town.Fay, _permit.Id, TownPermits.WentWell)).RefusedAs(AssignmentRefusals.NotFound);
        (await Town.TellAsync(Town.Zoe, _permit.Id, TownPermits.WentWell)).RefusedAs(AssignmentRefusals.NotFound);
        (await Town.TellAsync(Town.Dora, _permit.Id, TownPermits.WentWell)).Granted();

        Assert.Single(await ReadAsync(Town.Amina));
        Assert.Single(await ReadAsync(Town.Bilal));
        Assert.Empty(await ReadAsync(Town.Chen));
        Assert.Empty(await ReadAsync(Town.Zoe));
    }

    [Theory]
    [InlineData("Amina", "Bilal")]
    [InlineData("Bilal", "Amina")]
    [InlineData("Dora", "Amina, Bilal")]
    public async Task Is_told_to_whichever_side_did_not_tell_it(string teller, string told)
    {
        Town.Clock.WaitUntil(_permit.Window.To);
        var people = new[] { Town.Amina, Town.Bilal, Town.Dora };

        (await Town.TellAsync(people.Single(person => person.Name == teller), _permit.Id, TownPermits.WentWell)).Granted();

        var ids = await Town.AskAsync((PostMoneyDb db) => db.Notifications
            .Where(notice => notice.Kind == "outcome.recorded").Select(notice => notice.MemberId).ToListAsync());
        Assert.Equal(told, string.Join(", ", people.Where(person => ids.Contains(person.Id)).Select(person => person.Name)));
        Assert.Equal(told.Split(", ").Length, ids.Count);
    }

    [Fact]
    public async Task Frees_the_unit_early()
    {
        Town.Clock.WaitUntil(_permit.Window.From.AddHours(1));
        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell)).Granted();
        var need = await Town.NeedAsync(Town.Chen, Town.LadderWanted() with
        {
            From = _permit.Window.From.AddHours(2),
            To = _permit.Window.From.AddHours(3),
        });

        await Town.SettleNowAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Chen, need));
    }

    [Fact]
    public async Task Waits_until_it_has_begun()
    {
        Town.Clock.WaitUntil(_permit.Window.From.AddSeconds(-1));

        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell)).RefusedAs(OutcomeRefusals.NotBegun);
    }

    [Fact]
    public async Task Notes_whether_it_came_back_in_time()
    {
        Town.Clock.WaitUntil(_permit.Window.To + OutcomeRules.Grace);
        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell)).Granted();
        Town.Clock.Pass(TimeSpan.FromSeconds(1));
        (await Town.TellAsync(Town.Bilal, _permit.Id, TownPermits.WentWell)).Granted();

        Assert.Equal([true, false], (await ReadAsync(Town.Amina)).Select(line => line.OnTime));
    }

    [Fact]
    public async Task Asks_for_a_word_where_something_went_wrong()
    {
        Town.Clock.WaitUntil(_permit.Window.To);

        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.Broke with { Notes = " " })).RefusedAs(OutcomeRefusals.NotesMissing);
        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell with { Result = OutcomeResult.Failed })).RefusedAs(OutcomeRefusals.NotesMissing);
        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell with { Notes = new string('x', 1_001) })).RefusedAs(OutcomeRefusals.Notes);
        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell with { Condition = new string('x', 201) })).RefusedAs(OutcomeRefusals.Condition);
    }

    [Fact]
    public async Task Takes_a_record_signed_by_who_tells_for_this_very_permit_and_once()
    {
        Town.Clock.WaitUntil(_permit.Window.To);
        var draft = (await Town.AsAsync(Town.Amina, (Viewer amina, RecordOutcome record) =>
            record.DraftAsync(amina, _permit.Id, TownPermits.WentWell, default))).Granted();

        (await SendAsync(Town.Amina, Town.Bilal.Sign(draft, Town.Clock.Now))).RefusedAs(ItemRefusals.ForeignSignature);
        (await SendAsync(Town.Amina, Sign(draft.With(d => d["assignmentId"] = Item.UrnOf(Guid.CreateVersion7()))))).RefusedAs(OutcomeRefusals.Record);
        (await SendAsync(Town.Amina, Sign(draft.With(d => d["stars"] = 5)))).RefusedAs("record.shape");
        (await SendAsync(Town.Amina, Sign(draft.With(d => d["published"] = "2027-01-01T00:00:00Z")))).RefusedAs(OutcomeRefusals.Record);
        (await SendAsync(Town.Amina, Sign(draft))).Granted();
        Assert.Equal(1, await Town.AskAsync((PostMoneyDb db) => db.Outcomes.CountAsync()));
    }

    [Fact]
    public async Task Is_not_possible_of_what_never_was()
    {
        (await Town.AsAsync(Town.Bilal, (Viewer bilal, GiveUpAssignment giveUp) =>
            giveUp.RevokeAsync(bilal, _permit.Id, "It is broken.", default))).Granted();
        Town.Clock.WaitUntil(_permit.Window.To);

        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell)).RefusedAs(AssignmentRefusals.NotAnyMore);
    }

    private byte[] Sign(System.Text.Json.JsonElement draft) => Town.Amina.Sign(draft, Town.Clock.Now);

    private Task<Result<Done>> SendAsync(Person who, byte[] record) => Town.AsAsync(who, (Viewer viewer, RecordOutcome outcome) =>
        outcome.ExecuteAsync(viewer, _permit.Id, record, default));

    private Task<IReadOnlyList<OutcomeLine>> ReadAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, OutcomeList outcomes) => outcomes.OfAsync(viewer, _permit.Id, default));
}
