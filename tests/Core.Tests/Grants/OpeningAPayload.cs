using System.Text.Json;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Grants;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Grants;

/// <summary>Bilal's shed has a code; Amina holds a permit for the afternoon of the third day.</summary>
public sealed class OpeningAPayload : InTown
{
    private Guid _offer;
    private AssignmentCard _permit = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_offer, _, _permit) = await Town.LendToAminaAsync(1, ("lockCode", "4711"));
    }

    [Fact]
    public async Task Works_inside_the_window_and_neither_before_nor_after()
    {
        Town.Clock.WaitUntil(_permit.Window.From.AddMilliseconds(-1));
        await NothingForAsync(Town.Amina);

        Town.Clock.WaitUntil(_permit.Window.From);
        Assert.Equal(["4711"], (await Town.OpenAsync(Town.Amina, _offer)).Select(part => part.Text));
        Town.Clock.WaitUntil(_permit.Window.To.AddMilliseconds(-1));
        Assert.Equal(["4711"], (await Town.OpenAsync(Town.Amina, _offer)).Select(part => part.Text));

        Town.Clock.WaitUntil(_permit.Window.To);
        await NothingForAsync(Town.Amina);
        await Town.RunDueJobsAsync();
        await NothingForAsync(Town.Amina);
    }

    [Fact]
    public async Task Looks_for_everybody_else_as_if_there_were_nothing()
    {
        Town.Clock.WaitUntil(_permit.Window.From);
        var nothing = (await Town.GrantAsync(Town.Amina, Guid.CreateVersion7())).Refusal;

        foreach (var person in new[] { Town.Chen, Town.Dora, Town.Fay, Town.Zoe })
        {
            Assert.Equal(nothing, (await Town.GrantAsync(person, _offer)).Refusal);
        }
    }

    [Fact]
    public async Task Ends_when_the_permit_is_taken_back_given_back_or_used_up()
    {
        Town.Clock.WaitUntil(_permit.Window.From);
        (await Town.AsAsync(Town.Bilal, (Viewer bilal, GiveUpAssignment giveUp) =>
            giveUp.RevokeAsync(bilal, _permit.Id, "The shed burned down.", default))).Granted();

        await NothingForAsync(Town.Amina);
    }

    [Fact]
    public async Task Ends_when_what_came_of_it_is_told()
    {
        Town.Clock.WaitUntil(_permit.Window.From.AddHours(1));
        (await Town.TellAsync(Town.Amina, _permit.Id, TownPermits.WentWell)).Granted();

        await NothingForAsync(Town.Amina);
    }

    [Fact]
    public async Task Ends_for_who_is_suspended()
    {
        Town.Clock.WaitUntil(_permit.Window.From);
        (await Town.AsAsync(Town.Dora, (Viewer dora, DecideMembership decide) =>
            decide.ExecuteAsync(dora, Town.Amina.Id, MemberState.Suspended, default))).Granted();

        await NothingForAsync(Town.Amina);
    }

    [Fact]
    public async Task Does_not_come_with_a_permit_that_was_not_accepted()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend("A saw"), ("lockCode", "0815"));
        await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { AskedOfferId = offer });
        await Town.SettleNowAsync();
        Town.Clock.WaitUntil(_permit.Window.From.AddHours(1));

        (await Town.GrantAsync(Town.Chen, offer)).RefusedAs(ItemRefusals.NotFound);
    }

    [Fact]
    public async Task Is_of_no_use_to_whoever_stole_the_session()
    {
        Town.Clock.WaitUntil(_permit.Window.From);

        var stolen = (await Town.GrantAsync(Town.Amina, _offer)).Granted();

        Assert.Null(stolen.TryOpen(Town.Chen.Passport));
        Assert.DoesNotContain("4711", JsonSerializer.Serialize(stolen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comes_with_a_statement_that_the_node_signed_for_this_holder_and_moment()
    {
        Town.Clock.WaitUntil(_permit.Window.From);
        var now = Town.Clock.Now;

        var grant = (await Town.GrantAsync(Town.Amina, _offer)).Granted();

        var statement = JsonElement.Parse(grant.Statement);
        Assert.Equal(Town.NodeDid, Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(statement)).Signer.Value);
        Assert.Equal(Town.Amina.Did, statement.GetProperty("holder").GetString());
        Assert.Equal(Item.UrnOf(_offer), statement.GetProperty("item").GetString());
        Assert.Equal(ItemDocument.Time(now + RequestGrant.DefaultLifetime), statement.GetProperty("expires").GetString());
        Assert.Equal(now + RequestGrant.DefaultLifetime, grant.ExpiresAt);
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(-5, 60)]
    [InlineData(120, 120)]
    [InlineData(86_400, 600)]
    public async Task Lasts_ten_minutes_at_most(int wished, int granted)
    {
        Town.Clock.WaitUntil(_permit.Window.From);

        var grant = (await Town.AsAsync(Town.Amina, (Viewer amina, RequestGrant request) =>
            request.ExecuteAsync(amina, _offer, TimeSpan.FromSeconds(wished), default))).Granted();

        Assert.Equal(Town.Clock.Now.AddSeconds(granted), grant.ExpiresAt);
    }

    [Fact]
    public async Task Is_on_record_whether_it_was_granted_or_not()
    {
        await Town.GrantAsync(Town.Amina, _offer);
        await Town.GrantAsync(Town.Chen, _offer);
        Town.Clock.WaitUntil(_permit.Window.From);
        await Town.GrantAsync(Town.Amina, _offer);

        var ofBilal = await OpeningsAsync(Town.Bilal);
        Assert.Equal(
            [("Amina", true, "open.while-entitled"), ("Amina", false, "not-found"), ("Chen", false, "not-found")],
            ofBilal.Select(o => (o.Who, o.Allowed, o.Rule)).OrderByDescending(o => o.Allowed).ThenBy(o => o.Who));
        Assert.Equal(3, (await OpeningsAsync(Town.Fay)).Count);
        Assert.Equal(["Amina", "Amina"], (await OpeningsAsync(Town.Amina)).Select(o => o.Who));
        Assert.Empty(await OpeningsAsync(Town.Ewa));
        Assert.Empty(await OpeningsAsync(Town.Zoe));
        Assert.Equal(3, (await NewestAsync(Town.Fay)).Count);
        Assert.Empty(await NewestAsync(Town.Bilal));
    }

    [Fact]
    public async Task Of_a_need_is_for_who_helps_and_while_they_help()
    {
        var need = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 10), ("contactNote", "Ring twice."));
        await Town.SettleNowAsync();
        var permit = await Town.AcceptAsync(Town.Chen, need);

        (await Town.GrantAsync(Town.Bilal, need)).RefusedAs(ItemRefusals.NotFound);
        Town.Clock.WaitUntil(permit.Window.From);
        Assert.Equal(["Ring twice."], (await Town.OpenAsync(Town.Bilal, need)).Select(part => part.Text));
        (await Town.GrantAsync(Town.Amina, need)).RefusedAs(ItemRefusals.NotFound);
        Town.Clock.WaitUntil(permit.Window.To);
        (await Town.GrantAsync(Town.Bilal, need)).RefusedAs(ItemRefusals.NotFound);
    }

    [Fact]
    public async Task Leaves_no_grant_behind_after_a_day_and_keeps_the_record()
    {
        Town.Clock.WaitUntil(_permit.Window.From);
        await Town.GrantAsync(Town.Amina, _offer);
        Town.Clock.Pass(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(2));

        await Town.DoAsync((ForgetGrants forget) => forget.ExecuteAsync(default));

        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => Task.FromResult(db.KeyGrants.Count())));
        Assert.Single(await OpeningsAsync(Town.Bilal));
    }

    private async Task NothingForAsync(Person who) =>
        Assert.Equal(ItemRefusals.NotFound, (await Town.GrantAsync(who, _offer)).Refusal);

    private Task<IReadOnlyList<Opening>> OpeningsAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, Openings openings) => openings.OfItemAsync(viewer, _offer, default));

    private Task<IReadOnlyList<Opening>> NewestAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, Openings openings) => openings.NewestAsync(viewer, default));
}
