using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Foundation;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

/// <summary>What rounds look at beside needs: whose turn it is, what was had before, what stewards attested.</summary>
public sealed class LookingAtPeople : InTown
{
    [Fact]
    public async Task In_turn_the_pool_remembers_who_was_not_reached()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 1));
        await AdoptAsync("round-robin", ("quotaPerPerson", 0));
        var served = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            var needs = new Dictionary<string, Guid>
            {
                ["amina"] = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4 + round)),
                ["chen"] = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 4 + round)),
            };
            await Town.SettleNowAsync();
            foreach (var (who, need) in needs)
            {
                if (await OutcomeOfAsync(need) == "allotted")
                {
                    served.Add(who);
                }
                else
                {
                    (await Town.WithdrawAsync(who == "amina" ? Town.Amina : Town.Chen, need, isNeed: true)).Granted();
                }
            }
        }

        Assert.Equal(["amina", "chen", "amina"], served);
        Assert.Equal(2, await Town.AskAsync((PostMoneyDb db) => db.PoolPlaces.CountAsync()));
        await EveryTranscriptVerifiesAsync();
    }

    [Fact]
    public async Task A_class_that_a_steward_attested_goes_first_and_its_author_reads_why()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 1));
        await AdoptAsync("needs-first");
        await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4));
        await Town.NeedAsync(Town.Gus, Town.LadderWanted(inDays: 4));
        var pressing = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 4));
        (await AttestAsync(Town.Dora, pressing, 0, "The roof leaks.")).Granted();

        await Town.SettleNowAsync();

        Assert.Equal("allotted", await OutcomeOfAsync(pressing));
        var seen = Assert.Single(await ReadAsync(Town.Chen, pressing, Town.Chen));
        Assert.Equal((0, "The roof leaks.", "Dora"), (seen.Value, seen.Reason, seen.Steward.Split(' ')[0]));
        Assert.Empty(await ReadAsync(Town.Amina, pressing, Town.Chen));
        await EveryTranscriptVerifiesAsync();
    }

    [Fact]
    public async Task Only_stewards_attest_and_never_for_themselves()
    {
        var own = await Town.NeedAsync(Town.Dora, Town.LadderWanted(inDays: 4));
        var other = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 4));

        (await AttestAsync(Town.Amina, other, 0, "My friend's need.")).RefusedAs("stewards-only");
        (await AttestAsync(Town.Dora, own, 0, "I need it badly.")).RefusedAs("attestation.own");
        (await OfMemberAsync(Town.Dora, Town.Dora, AttestationKind.Share, 8)).RefusedAs("attestation.own");
        (await OfMemberAsync(Town.Amina, Town.Chen, AttestationKind.Share, 2)).RefusedAs("stewards-only");
        (await OfMemberAsync(Town.Dora, Town.Chen, AttestationKind.Share, 9)).RefusedAs("attestation.value");
        (await OfMemberAsync(Town.Dora, Town.Chen, AttestationKind.Cohort, 2)).RefusedAs("attestation.value");
        (await AttestAsync(Town.Dora, other, 4, "No such class.")).RefusedAs("attestation.value");
        (await AttestAsync(Town.Dora, other, 0, "No.")).RefusedAs("attestation.reason");
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.Attestations.CountAsync()));
    }

    [Fact]
    public async Task What_is_attested_again_takes_the_place_of_what_was()
    {
        (await OfMemberAsync(Town.Dora, Town.Chen, AttestationKind.Share, 2)).Granted();
        (await OfMemberAsync(Town.Dora, Town.Chen, AttestationKind.Share, 3)).Granted();
        (await OfMemberAsync(Town.Dora, Town.Chen, AttestationKind.Cohort, 1)).Granted();

        var lines = await Town.AsAsync(Town.Chen, (Viewer chen, AttestedFacts facts) => facts.OfMemberAsync(chen, Town.Chen.Id, default));

        Assert.Equal([(AttestationKind.Cohort, 1), (AttestationKind.Share, 3)], lines.Select(line => (line.Kind, line.Value)));
        Assert.Empty(await Town.AsAsync(Town.Amina, (Viewer amina, AttestedFacts facts) => facts.OfMemberAsync(amina, Town.Chen.Id, default)));
        Assert.Equal(3, await Town.AskAsync((PostMoneyDb db) => db.LogEntries.CountAsync(entry => entry.Kind == "fairness.attested")));
        Assert.Equal(3, await Town.AskAsync((PostMoneyDb db) => db.Notifications.CountAsync(notice => notice.Kind == "member.attested")));
    }

    [Theory]
    [InlineData("max-min")]
    [InlineData("needs-then-access")]
    public async Task Whoever_had_it_last_comes_after_who_had_nothing(string kind)
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 1));
        await AdoptAsync(kind, ("quotaPerPerson", 0));
        await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 3));
        await Town.SettleNowAsync();
        var again = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 6));
        var first = await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 6));

        await Town.SettleNowAsync();

        // Both are as new as the town, so both enter at what they had: Amina at one use, Chen at none.
        Assert.Equal(("outranked", "allotted"), (await OutcomeOfAsync(again), await OutcomeOfAsync(first)));
        await EveryTranscriptVerifiesAsync();
    }

    [Theory]
    [InlineData("first-come")]
    [InlineData("need-lottery")]
    [InlineData("cohorts")]
    [InlineData("fair-share")]
    public async Task Every_other_kind_draws_rounds_that_verify(string kind)
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 2));
        await AdoptAsync(kind);
        (await OfMemberAsync(Town.Dora, Town.Chen, AttestationKind.Cohort, 1)).Granted();
        await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 4));
        await Town.NeedAsync(Town.Chen, Town.LadderWanted(inDays: 4));
        await Town.NeedAsync(Town.Gus, Town.LadderWanted(inDays: 4));

        await Town.SettleNowAsync();

        Assert.Equal(3, await Town.AskAsync((PostMoneyDb db) => db.Assignments.CountAsync()));
        await EveryTranscriptVerifiesAsync();
    }

    /// <summary>A policy holds from the next round on, so a round has to pass.</summary>
    private async Task AdoptAsync(string kind, params (string Name, long Value)[] chosen)
    {
        (await Town.AsAsync(Town.Dora, (Viewer viewer, AdoptPolicy adopt) => adopt.ExecuteAsync(
            viewer, "tools", kind, chosen.ToDictionary(c => c.Name, c => c.Value), default))).Granted();
        await Town.NeedAsync(Town.Gus, Town.LadderWanted(inDays: 50, hours: 1));
        await Town.SettleNowAsync();
    }

    private Task<Result<Done>> AttestAsync(Person who, Guid need, int value, string reason) =>
        Town.AsAsync(who, (Viewer viewer, Attest attest) => attest.OfNeedAsync(viewer, need, value, reason, default));

    private Task<Result<Done>> OfMemberAsync(Person who, Person whom, AttestationKind kind, int value) =>
        Town.AsAsync(who, (Viewer viewer, Attest attest) => attest.OfMemberAsync(viewer, whom.Id, kind, value, "Five people live there.", default));

    private Task<IReadOnlyList<AttestedLine>> ReadAsync(Person who, Guid need, Person author) =>
        Town.AsAsync(who, (Viewer viewer, AttestedFacts facts) => facts.OfNeedAsync(viewer, need, author.Id, null, default));

    private async Task EveryTranscriptVerifiesAsync()
    {
        var transcripts = await Town.AskAsync((PostMoneyDb db) => db.Rounds.Where(round => round.Transcript != null).Select(round => round.Transcript!).ToListAsync());
        Assert.All(transcripts, transcript => Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(transcript)));
    }

    private Task<string?> OutcomeOfAsync(Guid need) => Town.AskAsync((PostMoneyDb db) => db.DrawnLines.Where(line => line.NeedId == need)
        .OrderByDescending(line => line.RoundId).Select(line => line.Outcome).FirstOrDefaultAsync());
}
