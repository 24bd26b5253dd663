using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Notifications;
using PostMoney.Core.Operations;
using PostMoney.Core.Passports;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Members;

public sealed class Joining : InTown
{
    [Fact]
    public async Task An_open_node_makes_a_member_at_once()
    {
        Assert.Equal(MemberState.Active, (await Town.JoinAsync(Town.Zoe)).Granted().State);
        Assert.True((await Town.ViewerAsync(Town.Zoe)).IsMember);
    }

    [Fact]
    public async Task By_approval_waits_for_a_steward_who_is_told()
    {
        await ModeAsync(JoiningModes.Approval);

        Assert.Equal(MemberState.Pending, (await Town.JoinAsync(Town.Zoe)).Granted().State);
        Assert.False((await Town.ViewerAsync(Town.Zoe)).IsMember);
        Assert.Contains("member.applied", await NewsOfAsync(Town.Dora));
        Assert.DoesNotContain("member.applied", await NewsOfAsync(Town.Amina));

        (await DecideAsync(Town.Dora, Town.Zoe, MemberState.Active)).Granted();
        Assert.True((await Town.ViewerAsync(Town.Zoe)).IsMember);
    }

    [Fact]
    public async Task By_approval_can_be_refused()
    {
        await ModeAsync(JoiningModes.Approval);
        await Town.JoinAsync(Town.Zoe);

        (await DecideAsync(Town.Dora, Town.Zoe, MemberState.Refused)).Granted();

        Assert.False((await Town.ViewerAsync(Town.Zoe)).IsMember);
    }

    [Fact]
    public async Task By_invitation_needs_one()
    {
        await ModeAsync(JoiningModes.Invitation);

        (await Town.JoinAsync(Town.Zoe)).RefusedAs(MemberRefusals.Invitation);
        (await Town.JoinAsync(Town.Zoe, "a-guess")).RefusedAs(MemberRefusals.Invitation);
        Assert.Equal(MemberState.Active, (await Town.JoinAsync(Town.Zoe, await InvitationAsync())).Granted().State);
    }

    [Fact]
    public async Task With_an_invitation_needs_no_approval()
    {
        await ModeAsync(JoiningModes.Approval);

        Assert.Equal(MemberState.Active, (await Town.JoinAsync(Town.Zoe, await InvitationAsync())).Granted().State);
    }

    [Fact]
    public async Task An_invitation_for_one_admits_one()
    {
        var code = await InvitationAsync(uses: 1);
        (await Town.JoinAsync(Town.Zoe, code)).Granted();
        using var yun = new Person("Yun");

        (await Town.JoinAsync(yun, code)).RefusedAs(MemberRefusals.Invitation);
    }

    [Fact]
    public async Task An_invitation_is_not_spent_by_who_cannot_join()
    {
        var code = await InvitationAsync(uses: 1);
        (await Town.JoinAsync(Town.Amina, code)).RefusedAs(MemberRefusals.PassportKnown);

        (await Town.JoinAsync(Town.Zoe, code)).Granted();
    }

    [Fact]
    public async Task An_invitation_ends_when_it_is_withdrawn()
    {
        var code = await InvitationAsync();
        var line = Assert.Single(await Town.AsAsync(Town.Dora, (Viewer dora, MemberList list) => list.InvitationsAsync(dora, default)));

        (await Town.AsAsync(Town.Amina, (Viewer amina, InviteMember invite) => invite.RevokeAsync(amina, line.Id, default)))
            .RefusedAs("stewards-only");
        (await Town.AsAsync(Town.Dora, (Viewer dora, InviteMember invite) => invite.RevokeAsync(dora, line.Id, default))).Granted();

        (await Town.JoinAsync(Town.Zoe, code)).RefusedAs(MemberRefusals.Invitation);
    }

    [Fact]
    public async Task An_invitation_ends_when_it_is_old()
    {
        var code = await InvitationAsync();
        Town.Clock.Pass(TimeSpan.FromDays(7));

        (await Town.JoinAsync(Town.Zoe, code)).RefusedAs(MemberRefusals.Invitation);
    }

    [Fact]
    public async Task Only_stewards_invite()
    {
        (await InviteAsync(Town.Amina, 1, 7)).RefusedAs("stewards-only");
        (await InviteAsync(Town.Fay, 1, 7)).RefusedAs("stewards-only");
        (await InviteAsync(Town.Dora, 0, 7)).RefusedAs("invitation.uses");
        (await InviteAsync(Town.Dora, 1, 91)).RefusedAs("invitation.lifetime");
    }

    [Fact]
    public async Task Takes_a_handle_and_a_passport_once()
    {
        (await Town.JoinAsync(Town.Amina)).RefusedAs(MemberRefusals.PassportKnown);
        using var other = new Person("AMINA");

        (await Town.JoinAsync(other)).RefusedAs(MemberRefusals.HandleTaken);
    }

    [Theory]
    [InlineData("a", "Zoe", "member.handle")]
    [InlineData("Zoe", "Zoe", "member.handle")]
    [InlineData("zoe-1", "Zoe", "member.handle")]
    [InlineData("zoe", " ", "member.name")]
    [InlineData("zoe", "Zoe\u0007", "member.name")]
    public async Task Asks_for_a_proper_handle_and_name(string handle, string name, string code)
    {
        (await Town.AskAsync((JoinCommunity join) => join.OnNodeAsync(new JoinRequest(handle, name), "long enough phrase", default)))
            .RefusedAs(code);
    }

    [Fact]
    public async Task On_the_node_asks_for_a_passphrase_of_ten_characters()
    {
        (await Town.AskAsync((JoinCommunity join) => join.OnNodeAsync(new JoinRequest("zoe", "Zoe"), "too short", default)))
            .RefusedAs(MemberRefusals.Passphrase);
    }

    [Fact]
    public async Task Is_decided_by_stewards_and_never_about_oneself()
    {
        (await DecideAsync(Town.Amina, Town.Bilal, MemberState.Suspended)).RefusedAs("stewards-only");
        (await DecideAsync(Town.Dora, Town.Dora, MemberState.Suspended)).RefusedAs(MemberRefusals.Oneself);
        (await DecideAsync(Town.Dora, Town.Amina, MemberState.Pending)).RefusedAs("member.transition");
    }

    [Fact]
    public async Task Leaves_a_node_with_one_steward_at_least()
    {
        (await DutyAsync(Town.Dora, Town.Dora, appoint: false)).RefusedAs(MemberRefusals.LastSteward);
        (await DutyAsync(Town.Amina, Town.Amina, appoint: true)).RefusedAs("stewards-only");

        (await DutyAsync(Town.Dora, Town.Ewa, appoint: true)).Granted();
        (await DutyAsync(Town.Ewa, Town.Dora, appoint: false)).Granted();
        Assert.False((await Town.ViewerAsync(Town.Dora)).IsSteward);
    }

    [Fact]
    public async Task A_suspended_steward_does_not_count_as_one()
    {
        (await DutyAsync(Town.Dora, Town.Ewa, appoint: true)).Granted();
        (await DecideAsync(Town.Dora, Town.Ewa, MemberState.Suspended)).Granted();

        (await DutyAsync(Town.Dora, Town.Dora, appoint: false)).RefusedAs(MemberRefusals.LastSteward);
    }

    [Fact]
    public async Task Founds_a_node_once()
    {
        var challenge = await Town.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.Join, default));

        (await Town.AskAsync((FoundNode found) => found.WithPassportAsync(
            new NodeForm("Mine", "", JoiningModes.Open, "UTC", "commons"), Town.Zoe.Request,
            Town.Zoe.Answer(ChallengePurpose.Join, challenge), Town.Origin, default))).RefusedAs("node.founded");
        Assert.False((await Town.ViewerAsync(Town.Zoe)).IsSteward);
    }

    private Task<Result<Done>> DutyAsync(Person steward, Person member, bool appoint) =>
        Town.AsAsync(steward, (Viewer viewer, AppointSteward duty) => appoint
            ? duty.AppointAsync(viewer, member.Id, "steward", default)
            : duty.DismissAsync(viewer, member.Id, "steward", default));

    private Task<Result<Done>> DecideAsync(Person steward, Person member, MemberState state) =>
        Town.AsAsync(steward, (Viewer viewer, DecideMembership decide) => decide.ExecuteAsync(viewer, member.Id, state, default));

    private async Task<string> InvitationAsync(int uses = 5) => (await InviteAsync(Town.Dora, uses, 7)).Granted();

    private Task<Result<string>> InviteAsync(Person who, int uses, int days) => Town.AsAsync(who, (Viewer viewer, InviteMember invite) =>
        invite.ExecuteAsync(viewer, "for the choir", uses, TimeSpan.FromDays(days), default));

    private async Task ModeAsync(string joining) => (await Town.AsAsync(Town.Dora, (Viewer dora, ChangeNodeSettings change) =>
        change.ExecuteAsync(dora, new NodeForm("Northside", "", joining, "UTC", "commons"), default))).Granted();

    private async Task<IReadOnlyList<string>> NewsOfAsync(Person who) =>
        [.. (await Town.AsAsync(who, (Viewer viewer, NotificationList list) => list.NewestAsync(viewer, 50, default))).Select(n => n.Kind)];
}
