using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Passports;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Passports;

/// <summary>A challenge is answered once, in time, for one purpose, at one site, by whoever holds the passport.</summary>
public sealed class ProvingAPassport : InTown
{
    [Fact]
    public async Task Signs_its_holder_in()
    {
        var challenge = await AskedAsync(ChallengePurpose.SignIn);

        var token = (await SignInAsync(Town.Amina.Answer(ChallengePurpose.SignIn, challenge))).Granted();

        var found = await Town.AskAsync((Sessions sessions) => sessions.FindAsync(token, default));
        Assert.Equal(Town.Amina.Id, found!.Viewer.MemberId);
        Assert.True(found.Viewer.IsMember);
        Assert.Null(found.OpenPassport());
    }

    [Fact]
    public async Task Works_once_with_the_same_answer()
    {
        var answer = Town.Amina.Answer(ChallengePurpose.SignIn, await AskedAsync(ChallengePurpose.SignIn));
        (await SignInAsync(answer)).Granted();

        (await SignInAsync(answer)).RefusedAs("challenge.void");
    }

    [Fact]
    public async Task Is_void_where_the_answer_was_given_to_another_site()
    {
        var challenge = await AskedAsync(ChallengePurpose.SignIn);

        (await SignInAsync(Town.Amina.Answer(ChallengePurpose.SignIn, challenge, "https://northside.example.evil")))
            .RefusedAs("challenge.unproved");
    }

    [Fact]
    public async Task Is_void_where_the_question_was_for_another_purpose()
    {
        var challenge = await AskedAsync(ChallengePurpose.Join);

        (await SignInAsync(Town.Amina.Answer(ChallengePurpose.SignIn, challenge))).RefusedAs("challenge.void");
    }

    [Fact]
    public async Task Is_void_where_the_signature_was_made_for_another_purpose()
    {
        var challenge = await AskedAsync(ChallengePurpose.SignIn);

        (await SignInAsync(Town.Amina.Answer(ChallengePurpose.Join, challenge))).RefusedAs("challenge.unproved");
    }

    [Fact]
    public async Task Is_void_after_ten_minutes()
    {
        var challenge = await AskedAsync(ChallengePurpose.SignIn);
        Town.Clock.Pass(Challenges.Lifetime);

        (await SignInAsync(Town.Amina.Answer(ChallengePurpose.SignIn, challenge))).RefusedAs("challenge.void");
    }

    [Fact]
    public async Task Works_just_before_ten_minutes_are_over()
    {
        var challenge = await AskedAsync(ChallengePurpose.SignIn);
        Town.Clock.Pass(Challenges.Lifetime - TimeSpan.FromSeconds(2));

        (await SignInAsync(Town.Amina.Answer(ChallengePurpose.SignIn, challenge))).Granted();
    }

    [Fact]
    public async Task Is_void_for_another_passport_than_the_one_that_signed()
    {
        var challenge = await AskedAsync(ChallengePurpose.SignIn);
        var ofBilal = Town.Bilal.Answer(ChallengePurpose.SignIn, challenge);

        (await SignInAsync(ofBilal with { Did = Town.Amina.Did })).RefusedAs("challenge.unproved");
    }

    [Fact]
    public async Task Has_one_try_even_where_the_try_was_wrong()
    {
        var challenge = await AskedAsync(ChallengePurpose.SignIn);
        await SignInAsync(Town.Amina.Answer(ChallengePurpose.SignIn, challenge, "https://evil.example"));

        (await SignInAsync(Town.Amina.Answer(ChallengePurpose.SignIn, challenge))).RefusedAs("challenge.void");
    }

    [Fact]
    public async Task Does_not_make_a_stranger_a_member()
    {
        var challenge = await AskedAsync(ChallengePurpose.SignIn);

        (await SignInAsync(Town.Zoe.Answer(ChallengePurpose.SignIn, challenge))).RefusedAs(MemberRefusals.NoMember);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64url!")]
    [InlineData("AAAA")]
    public async Task Refuses_what_is_no_signature(string signature)
    {
        var answer = Town.Amina.Answer(ChallengePurpose.SignIn, await AskedAsync(ChallengePurpose.SignIn));

        (await SignInAsync(answer with { Signature = signature })).RefusedAs("challenge.unproved");
    }

    private Task<IssuedChallenge> AskedAsync(string purpose) =>
        Town.AskAsync((Challenges challenges) => challenges.IssueAsync(purpose, default));

    private Task<Result<string>> SignInAsync(PossessionProof proof) =>
        Town.AskAsync((SignIn signIn) => signIn.WithPassportAsync(proof, Town.Origin, "Firefox", default));
}
