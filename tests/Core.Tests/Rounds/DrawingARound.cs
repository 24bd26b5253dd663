using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Notifications;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Rounds;

public sealed class DrawingARound : InTown
{
    [Fact]
    public async Task Writes_a_transcript_that_anybody_can_draw_again()
    {
        var round = await DrawnAsync();

        var page = await PageAsync(Town.Zoe, round);

        var verified = Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(page.Transcript));
        Assert.Equal(page.Commitment, verified.Summary.Commitment);
        Assert.Equal(page.TranscriptHash, verified.Summary.Hash);
        Assert.Equal(page.PolicyHash, verified.Summary.PolicyHash);
        Assert.Equal((1, 2), (verified.Summary.Allotted, verified.Summary.Waiting));
    }

    [Fact]
    public async Task Writes_a_transcript_in_which_nothing_can_be_changed()
    {
        var text = Encoding.UTF8.GetString((await PageAsync(Town.Zoe, await DrawnAsync())).Transcript!);
        var secret = JsonElement.Parse(text).GetProperty("secret").GetString()!;

        foreach (var (from, to) in new[] { ("\"urgent\":false", "\"urgent\":true"), ("\"waited\":0", "\"waited\":1"), (secret, new string('0', 64)) })
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            var changed = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
            Assert.IsType<Verification.Broken>(TranscriptVerifier.Verify(changed));
        }
    }

    [Fact]
    public async Task Names_nobody_in_the_transcript()
    {
        var text = Encoding.UTF8.GetString((await PageAsync(Town.Zoe, await DrawnAsync())).Transcript!);
        var needs = await Town.AskAsync((PostMoneyDb db) => db.Needs.Select(need => need.Id).ToListAsync());

        foreach (var name in new[] { Town.Amina, Town.Chen, Town.Ewa }.SelectMany(who => new[] { who.Did, who.Id.ToString("D"), who.Name })
            .Concat(needs.Select(need => need.ToString("D"))))
        {
            Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Is_signed_by_the_node()
    {
        var page = await PageAsync(Town.Zoe, await DrawnAsync());

        var statement = JsonElement.Parse(Encoding.UTF8.GetBytes(page.Signature!));
        Assert.Equal(Town.NodeDid, Assert.IsType<ProofCheck.Verified>(EddsaJcs2022.Verify(statement)).Signer.Value);
        Assert.Equal(page.TranscriptHash, statement.GetProperty("transcriptHash").GetString());
    }

    [Fact]
    public async Task Happens_once()
    {
        var round = await DrawnAsync();
        var before = await PageAsync(Town.Zoe, round);

        (await Town.AskAsync((SettleRound settle) => settle.ExecuteAsync(round, default))).Granted();
        (await NowAsync(Town.Dora, round)).RefusedAs(RoundStateRefusals.Drawn);

        Assert.Equal(before.Transcript, (await PageAsync(Town.Zoe, round)).Transcript);
        Assert.Equal(1, await Town.AskAsync((PostMoneyDb db) => db.Assignments.CountAsync()));
    }

    [Fact]
    public async Task Opens_the_next_one_with_another_secret()
    {
        var round = await DrawnAsync();

        var next = await Town.OpenRoundAsync();

        Assert.Equal(2, next.RoundNumber);
        Assert.NotEqual((await PageAsync(Town.Zoe, round)).Commitment, (await PageAsync(Town.Zoe, next.RoundId)).Commitment);
        Assert.Null((await PageAsync(Town.Dora, next.RoundId)).Transcript);
    }

    [Fact]
    public async Task Does_not_happen_before_its_time_but_by_a_steward()
    {
        await AskAsync();
        var round = (await Town.OpenRoundAsync()).RoundId;

        (await Town.AskAsync((SettleRound settle) => settle.ExecuteAsync(round, default))).RefusedAs(RoundStateRefusals.NotYet);
        (await NowAsync(Town.Amina, round)).RefusedAs("stewards-only");
        (await NowAsync(Town.Fay, round)).RefusedAs("stewards-only");
        (await NowAsync(Town.Dora, Guid.CreateVersion7())).RefusedAs(RoundStateRefusals.NotFound);
        (await NowAsync(Town.Dora, round)).Granted();
    }

    [Fact]
    public async Task Waits_on_where_nobody_asks()
    {
        var before = await Town.OpenRoundAsync();

        await Town.SettleAsync();

        var after = await Town.OpenRoundAsync();
        Assert.Equal((before.RoundId, before.ClosesAt.AddHours(before.RoundHours)), (after.RoundId, after.ClosesAt));
    }

    [Fact]
    public async Task Tells_those_who_got_something_and_those_who_wait()
    {
        await DrawnAsync();

        var news = new List<string>();
        foreach (var person in new[] { Town.Amina, Town.Chen, Town.Ewa })
        {
            news.AddRange((await Town.AsAsync(person, (Viewer viewer, NotificationList list) => list.NewestAsync(viewer, 9, default))).Select(n => n.Kind));
        }

        Assert.Equal(["assignment.held", "round.waiting", "round.waiting"], news.Order());
    }

    [Fact]
    public async Task Explains_to_each_their_own_line_and_to_nobody_else()
    {
        await DrawnAsync();
        var need = await Town.AskAsync((PostMoneyDb db) => db.Needs.Where(n => n.AuthorId == Town.Chen.Id).Select(n => n.Id).SingleAsync());

        var line = Assert.Single(await LinesAsync(Town.Chen, need));
        Assert.Equal(line.Explanation.Reason == Reason.Allotted ? "allotted" : "outranked", line.Outcome);
        Assert.Empty(await LinesAsync(Town.Amina, need));
        Assert.Empty(await LinesAsync(Town.Dora, need));
        Assert.Empty(await LinesAsync(Town.Zoe, need));
    }

    [Fact]
    public async Task Can_be_rehearsed_by_stewards_without_a_trace()
    {
        await AskAsync();
        var round = (await Town.OpenRoundAsync()).RoundId;

        var preview = (await PreviewAsync(Town.Dora, round)).Granted();

        Assert.Equal((1, 1, 3), (preview.Units, preview.Served, preview.Lines.Count));
        (await PreviewAsync(Town.Amina, round)).RefusedAs("stewards-only");
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.DrawnLines.CountAsync()));
        Assert.Equal(RoundState.Collecting, (await PageAsync(Town.Zoe, round)).State);
    }

    [Fact]
    public async Task Gives_nobody_their_own_offer()
    {
        await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());

        await Town.SettleNowAsync();

        Assert.Null(await Town.PermitOfAsync(Town.Amina, need));
    }

    [Fact]
    public async Task Gives_nobody_what_they_may_not_see_or_what_does_not_fit()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend() with { Visibility = Visibility.Direct, Readers = "chen" });
        var amina = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        var saw = await Town.NeedAsync(Town.Chen, Town.LadderWanted() with { Sections = TownItems.Json("""{"constraints":{"kind":"saw"}}""") });

        await Town.SettleNowAsync();

        Assert.Null(await Town.PermitOfAsync(Town.Amina, amina));
        Assert.Null(await Town.PermitOfAsync(Town.Chen, saw));
        Assert.Equal("not-eligible", Assert.Single(await LinesAsync(Town.Chen, saw)).Outcome);
    }

    private async Task<Guid> DrawnAsync()
    {
        await AskAsync();
        return await Town.SettleNowAsync();
    }

    private async Task AskAsync()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend() with { Visibility = Visibility.Public });
        foreach (var person in new[] { Town.Amina, Town.Chen, Town.Ewa })
        {
            await Town.NeedAsync(person, Town.LadderWanted() with { Visibility = Visibility.Public });
        }
    }

    private async Task<RoundPage> PageAsync(Person who, Guid round) =>
        (await Town.AsAsync(who, (Viewer viewer, RoundPages pages) => pages.FindAsync(viewer, round, default)))!;

    private Task<IReadOnlyList<OwnLine>> LinesAsync(Person who, Guid need) =>
        Town.AsAsync(who, (Viewer viewer, RoundPages pages) => pages.OwnLinesAsync(viewer, need, default));

    private Task<Result<RoundPreview>> PreviewAsync(Person who, Guid round) =>
        Town.AsAsync(who, (Viewer viewer, PreviewRound preview) => preview.ExecuteAsync(viewer, round, default));

    private Task<Result<Done>> NowAsync(Person who, Guid round) =>
        Town.AsAsync(who, (Viewer viewer, SettleRound settle) => settle.NowAsync(viewer, round, default));
}
