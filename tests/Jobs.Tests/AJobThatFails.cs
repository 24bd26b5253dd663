using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Foundation;
using PostMoney.Core.Operations;
using PostMoney.Core.Queue;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Jobs.Tests;

public sealed class AJobThatFails : InTown
{
    [Fact]
    public async Task Is_put_back_for_1_2_4_up_to_64_minutes_and_given_up_after_the_eighth_attempt()
    {
        Promise("draw-by-moonlight");
        var waits = new List<double>();
        for (var attempt = 1; attempt < JobPump.MostAttempts; attempt++)
        {
            Assert.Equal(1, await RunAsync());
            var job = await JobAsync("draw-by-moonlight");
            Assert.Equal((JobState.Waiting, attempt), (job.State, job.Attempts));
            waits.Add(Math.Round((job.DueAt - Town.Clock.Now).TotalMinutes, 1));
            Assert.Equal(0, await RunAsync());
            Town.Clock.Pass(job.DueAt - Town.Clock.Now + TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(1, await RunAsync());

        Assert.Equal([1, 2, 4, 8, 16, 32, 64], waits);
        var dead = await JobAsync("draw-by-moonlight");
        Assert.Equal((JobState.Dead, 8, "unknown-kind"), (dead.State, dead.Attempts, dead.Problem));
        Assert.NotNull(dead.FinishedAt);
        Town.Clock.Pass(TimeSpan.FromHours(3));
        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task Says_the_code_of_its_refusal()
    {
        var round = await Town.OpenRoundAsync();
        Tamper($"UPDATE jobs SET due_at = 0 WHERE subject_id = '{round.RoundId:D}'");

        await RunAsync();

        Assert.Equal("round.not-yet", Assert.Single(await JobsAsync(Round.CloseJob), job => job.SubjectId == round.RoundId).Problem);
    }

    [Fact]
    public async Task By_breaking_says_the_kind_of_fault_without_its_words_and_does_not_stop_others()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        await Town.NeedAsync(Town.Chen, Town.RideWanted(), ("pickupAddress", "12 Mill Lane"));
        var broken = await Town.OpenRoundAsync("ride");
        var whole = await Town.OpenRoundAsync("tool");
        Tamper($"UPDATE rounds SET sealed_seed = x'00', seed_commitment = x'00' WHERE id = '{broken.RoundId:D}'");
        Tamper($"UPDATE jobs SET due_at = 0 WHERE subject_id = '{broken.RoundId:D}'");
        Town.Clock.WaitUntil(whole.ClosesAt.AddSeconds(1));

        await RunAsync();

        var job = Assert.Single(await JobsAsync(Round.CloseJob), j => j.SubjectId == broken.RoundId);
        Assert.Equal((JobState.Waiting, nameof(InvalidOperationException)), (job.State, job.Problem));
        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, need));
    }

    [Fact]
    public async Task Can_be_sent_again_by_a_steward_once_it_was_given_up()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted(inDays: 5));
        var round = await Town.OpenRoundAsync();
        var job = await GiveUpAsync(round.RoundId);
        Town.Clock.WaitUntil(round.ClosesAt.AddSeconds(1));
        await RunAsync();
        Assert.Null(await Town.PermitOfAsync(Town.Amina, need));

        (await SendAgainAsync(Town.Dora, job)).Granted();
        await RunAsync();

        Assert.NotNull(await Town.PermitOfAsync(Town.Amina, need));
        Assert.Equal(1, Count($"log_entries WHERE kind = 'job.sent-again' AND subject = 'job:{job:D}'"));
    }

    [Fact]
    public async Task Is_not_sent_again_by_a_member_nor_shown_to_one()
    {
        var job = await GiveUpAsync((await Town.OpenRoundAsync()).RoundId);

        (await SendAgainAsync(Town.Amina, job)).RefusedAs("stewards-only");

        Assert.Empty(await Town.AsAsync(Town.Amina, (Viewer amina, JobDesk desk) => desk.ListAsync(amina, default)));
        Assert.Equal(1, Count($"jobs WHERE id = '{job:D}' AND state = 'dead'"));
    }

    [Fact]
    public async Task Is_not_sent_again_while_it_is_still_tried()
    {
        Promise("draw-by-moonlight");
        await RunAsync();

        (await SendAgainAsync(Town.Dora, (await JobAsync("draw-by-moonlight")).Id)).RefusedAs("job.not-found");
    }

    private async Task<Guid> GiveUpAsync(Guid roundId)
    {
        Tamper($"UPDATE jobs SET due_at = 0, attempts = {JobPump.MostAttempts - 1} WHERE subject_id = '{roundId:D}'");
        await RunAsync();
        var job = Assert.Single(await JobsAsync(Round.CloseJob), j => j.SubjectId == roundId);
        Assert.Equal(JobState.Dead, job.State);
        return job.Id;
    }

    private Task<Result<Done>> SendAgainAsync(Person who, Guid jobId) =>
        Town.AsAsync(who, (Viewer viewer, JobDesk desk) => desk.RetryAsync(viewer, jobId, default));

    // A kind that only an older or a newer program knows.
    private void Promise(string kind) => Tamper(
        $"""
        INSERT INTO jobs (id, kind, subject_id, due_at, state, attempts, created_at)
        VALUES ('{Guid.CreateVersion7():D}', '{kind}', '{Guid.CreateVersion7():D}', {Town.Clock.Now.ToUnixTimeMilliseconds()}, 'waiting', 0, 0)
        """);
}
