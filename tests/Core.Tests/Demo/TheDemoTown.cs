using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Assignments;
using PostMoney.Core.Demo;
using PostMoney.Core.Grants;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Operations;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Demo;

/// <summary>A town that was made at half past one on a Monday.</summary>
public sealed class TheDemoTown(TheDemoTown.Made made) : IClassFixture<TheDemoTown.Made>
{
    private static readonly DateTimeOffset _now = new(2027, 3, 1, 13, 30, 0, TimeSpan.Zero);

    private BuiltTown Town => made.Town;

    [Fact]
    public void Has_forty_people_five_groups_and_three_hundred_needs_and_offers()
    {
        Assert.InRange(Town.Count("members WHERE state = 'active'"), 40, 60);
        Assert.Equal(2, Town.Count("members WHERE state = 'pending'"));
        Assert.InRange(Town.Count("members WHERE custody = 'member'"), 10, 25);
        Assert.Equal(5, Town.Count("groups"));
        Assert.InRange(Town.Count("items WHERE kind = 'need'"), 200, 300);
        Assert.InRange(Town.Count("items WHERE kind = 'offer'"), 90, 130);
        Assert.Equal(Town.Count("items"), Town.Told.Needs + Town.Told.Offers);
    }

    [Theory]
    [InlineData("completed", 120)]
    [InlineData("active", 8)]
    [InlineData("held", 4)]
    [InlineData("ended", 1)]
    [InlineData("declined", 3)]
    [InlineData("lapsed", 1)]
    [InlineData("released", 1)]
    public void Has_permits_in_every_state(string state, int atLeast) =>
        Assert.InRange(Town.Count($"assignments WHERE state = '{state}'"), atLeast, 300);

    [Fact]
    public void Tells_what_came_of_it_and_what_was_mended()
    {
        Assert.InRange(Town.Count("outcomes WHERE length(notes) > 0"), 100, 400);
        Assert.InRange(Town.Count("outcomes WHERE result <> 'completed'"), 5, 60);
        Assert.InRange(Town.Count("maintenance_tickets WHERE state = 'resolved'"), 1, 40);
        Assert.InRange(Town.Count("maintenance_tickets WHERE resolved_at IS NULL"), 2, 10);
        Assert.InRange(Town.Count("grant_attempts WHERE allowed = 1"), 150, 600);
        Assert.InRange(Town.Count("grant_attempts WHERE allowed = 0"), 5, 100);
        Assert.Equal(0, Town.Count("jobs WHERE state IN ('dead', 'running') OR (state = 'waiting' AND due_at <= 1803821400000)"));
        Assert.Equal(0, Town.Count("rounds WHERE state = 'failed'"));
    }

    [Fact]
    public async Task Leaves_a_code_for_Amina_to_open_and_a_permit_to_answer()
    {
        var amina = await Town.SignInAsync("amina");
        var mine = await Town.AskAsync((AssignmentPages pages) => pages.MineAsync(amina.Viewer, 50, default));
        var active = mine.Single(permit => permit.State == AssignmentState.Active && permit.Window.Contains(_now));

        var grant = (await Town.AskAsync((RequestGrant request) =>
            request.ExecuteAsync(amina.Viewer, active.OfferId, RequestGrant.DefaultLifetime, default))).Granted();
        using var passport = amina.OpenPassport()!;
        var opened = grant.TryOpen(passport)!;

        Assert.Contains(opened, part => part.Text is "Locker 7: 8302-K");
        Assert.Contains(mine, permit => permit.State == AssignmentState.Held && permit.HoldUntil > _now);
    }

    [Fact]
    public async Task Leaves_stewards_their_work()
    {
        Assert.Contains(await Town.AsAsync("eli", (Viewer eli, AssignmentPages pages) => pages.OutAsync(eli, default)),
            permit => permit is { State: AssignmentState.Ended, AssigneeHandle: "chen" });
        Assert.Contains(await Town.AsAsync("gus", (Viewer gus, TicketList tickets) => tickets.OfAsync(gus, default)),
            ticket => ticket.State == TicketState.Repair);
        Assert.InRange((await Town.AsAsync("dora", (Viewer dora, DeskQueue desk) => desk.OfAsync(dora, new QueueFilter(), default))).Count, 8, 40);
        Assert.Null(await Town.AsAsync("amina", (Viewer amina, AuditPages audit) => audit.CheckChainAsync(amina, default)));
    }

    [Fact]
    public async Task Fills_the_timeline_of_today()
    {
        var seen = 0;
        Guid? before = null;
        var amina = (await Town.SignInAsync("amina")).Viewer;
        do
        {
            var page = await Town.AskAsync((CommunityTimeline timeline) => timeline.PageAsync(amina, new TimelineFilter(), before, default));
            (seen, before) = (seen + page.Cards.Count, page.Before);
        }
        while (before is not null);

        Assert.InRange(seen, 60, 130);
        Assert.All(await Town.AskAsync((PoolList pools) => pools.OpenAsync(Viewer.Stranger, default)),
            pool => Assert.InRange(pool.ClosesAt, _now, _now.AddHours(48)));
    }

    [Fact]
    public async Task Has_transcripts_that_anybody_can_draw_again_and_a_log_without_a_gap()
    {
        var transcripts = await Town.AskAsync((PostMoneyDb db) => db.Rounds.Where(round => round.Transcript != null)
            .Select(round => round.Transcript!).ToListAsync());

        Assert.InRange(transcripts.Count, 100, 600);
        Assert.All(transcripts, transcript => Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(transcript)));
        Assert.Equal(0, await Town.AsAsync("fay", (Viewer fay, AuditPages audit) => audit.CheckChainAsync(fay, default)));
    }

    [Fact]
    public void Has_no_sealed_text_in_its_file()
    {
        var text = TownText.Load();
        var secrets = text.Offers.SelectMany(offer => offer.Secrets.Values.Concat(offer.NewSecrets.Values))
            .Concat(text.Needs.SelectMany(need => need.Secrets.Values))
            .Concat(text.LastDays.SelectMany(need => need.Secrets.Values))
            .Append(DemoTown.Passphrase)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var stored = Encoding.Latin1.GetString(File.ReadAllBytes(Town.File.Path));

        Assert.InRange(secrets.Count, 200, 1000);
        Assert.DoesNotContain(
            secrets, secret => stored.Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)), StringComparison.Ordinal));
        Assert.Contains("Rotary hammer with dust extraction", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_the_same_again_from_the_same_seed_and_no_other()
    {
        await using var again = await BuiltTown.MakeAsync("northside", _now);

        Assert.Equal(Town.Chronicle(), again.Chronicle());
    }

    [Fact]
    public async Task Stands_at_night_and_from_another_seed_as_well()
    {
        var night = new DateTimeOffset(2027, 11, 2, 2, 40, 0, TimeSpan.Zero);
        await using var other = await BuiltTown.MakeAsync("southside", night);

        var mine = await other.AsAsync("amina", (Viewer amina, AssignmentPages pages) => pages.MineAsync(amina, 50, default));

        Assert.Contains(mine, permit => permit.State == AssignmentState.Active && permit.Window.Contains(night));
        Assert.Contains(mine, permit => permit.State == AssignmentState.Held && permit.HoldUntil > night);
        Assert.InRange(other.Count("items"), 300, 400);
        Assert.InRange(other.Count("maintenance_tickets WHERE resolved_at IS NULL"), 2, 10);
        Assert.NotEqual(Town.Chronicle(), other.Chronicle());
    }

    /// <summary>Made once for all of these tests.</summary>
    public sealed class Made : IAsyncLifetime
    {
        internal BuiltTown Town { get; private set; } = null!;

        /// <inheritdoc />
        public async ValueTask InitializeAsync() => Town = await BuiltTown.MakeAsync("northside", _now);

        /// <inheritdoc />
        public ValueTask DisposeAsync() => Town.DisposeAsync();
    }
}
