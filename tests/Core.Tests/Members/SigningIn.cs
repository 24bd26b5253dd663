using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Passports;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Members;

/// <summary>Ines has no script in her browser: the node keeps her passport under a passphrase.</summary>
public sealed class SigningIn : InTown
{
    private const string Passphrase = "four ladders lean here";

    [Fact]
    public async Task With_the_right_passphrase_opens_a_session_that_can_sign()
    {
        var ines = await InesAsync();

        var session = await SessionAsync((await SignInAsync("ines", Passphrase)).Granted());

        using var passport = session!.OpenPassport();
        Assert.Equal(ines.Did, passport!.Did.Value);
    }

    [Fact]
    public async Task With_a_wrong_passphrase_or_handle_or_with_somebody_elses_passport_looks_the_same()
    {
        await InesAsync();

        (await SignInAsync("ines", "four ladders lean there")).RefusedAs(MemberRefusals.SignIn);
        (await SignInAsync("nobody", Passphrase)).RefusedAs(MemberRefusals.SignIn);
        (await SignInAsync("amina", Passphrase)).RefusedAs(MemberRefusals.SignIn);
        (await SignInAsync("ines", new string('x', 10_000))).RefusedAs(MemberRefusals.SignIn);
    }

    [Fact]
    public async Task Lasts_twelve_hours_with_a_passport_on_the_node()
    {
        await InesAsync();
        var token = (await SignInAsync("ines", Passphrase)).Granted();

        Town.Clock.Pass(Sessions.LifetimeOnNode - TimeSpan.FromMinutes(1));
        Assert.NotNull(await SessionAsync(token));
        Town.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await SessionAsync(token));
    }

    [Fact]
    public async Task Lasts_thirty_days_with_a_passport_of_ones_own()
    {
        var token = await SignInAsync(Town.Amina);

        Town.Clock.Pass(Sessions.Lifetime - TimeSpan.FromMinutes(1));
        Assert.NotNull(await SessionAsync(token));
        Town.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await SessionAsync(token));
        await Town.DoAsync((ForgetSessions forget) => forget.ExecuteAsync(default));
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => Task.FromResult(db.Sessions.Count(s => s.MemberId == Town.Amina.Id))));
    }

    [Fact]
    public async Task Ends_when_its_owner_says_so_and_twice_changes_nothing()
    {
        var token = await SignInAsync(Town.Amina);

        await Town.DoAsync((Sessions sessions) => sessions.EndAsync(token, default));
        await Town.DoAsync((Sessions sessions) => sessions.EndAsync(token, default));

        Assert.Null(await SessionAsync(token));
    }

    [Fact]
    public async Task Ends_elsewhere_and_not_here_when_its_owner_ends_the_others()
    {
        var (phone, laptop, ofBilal) = (await SignInAsync(Town.Amina), await SignInAsync(Town.Amina), await SignInAsync(Town.Bilal));

        var here = await SessionAsync(laptop);
        await Town.DoAsync((Sessions sessions) => sessions.EndOthersAsync(here!, default));

        Assert.Null(await SessionAsync(phone));
        Assert.NotNull(await SessionAsync(laptop));
        Assert.NotNull(await SessionAsync(ofBilal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("guessed")]
    public async Task Does_not_happen_with_a_guessed_token(string token) => Assert.Null(await SessionAsync(token));

    [Fact]
    public async Task Ends_for_who_is_suspended_who_comes_in_again_as_a_stranger_until_they_are_back()
    {
        var token = await SignInAsync(Town.Amina);
        await DecideAsync(MemberState.Suspended);

        Assert.Null(await SessionAsync(token));
        var again = await SessionAsync(await SignInAsync(Town.Amina));
        Assert.Equal((Town.Amina.Id, false, 0), (again!.Viewer.Id, again.Viewer.IsMember, again.Viewer.GroupIds.Count));
        Assert.False((await Town.ViewerAsync(Town.Amina)).IsMember);

        await DecideAsync(MemberState.Active);
        Assert.NotNull(await SessionAsync(await SignInAsync(Town.Amina)));
    }

    private async Task DecideAsync(MemberState state) => (await Town.AsAsync(Town.Dora, (Viewer dora, DecideMembership decide) =>
        decide.ExecuteAsync(dora, Town.Amina.Id, state, default))).Granted();

    private async Task<Member> InesAsync() => (await Town.AskAsync((JoinCommunity join) =>
        join.OnNodeAsync(new JoinRequest("ines", "Ines"), Passphrase, default))).Granted();

    private Task<Result<string>> SignInAsync(string handle, string passphrase) =>
        Town.AskAsync((SignIn signIn) => signIn.WithPassphraseAsync(handle, passphrase, "Lynx", default));

    private async Task<string> SignInAsync(Person who) => (await TrySignInAsync(who)).Granted();

    private async Task<Result<string>> TrySignInAsync(Person who)
    {
        var challenge = await Town.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.SignIn, default));
        return await Town.AskAsync((SignIn signIn) => signIn.WithPassportAsync(
            who.Answer(ChallengePurpose.SignIn, challenge), Town.Origin, "Firefox", default));
    }

    private Task<SignedIn?> SessionAsync(string token) => Town.AskAsync((Sessions sessions) => sessions.FindAsync(token, default));
}
