using PostMoney.Core.Federation.Inbox;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>What Carol has signed, brought by Mallory: case S-38 of the threat catalogue.</summary>
public sealed class CarryingForOthers(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private Stranger Carol => guarded.Carol;

    private Stranger Mallory => guarded.Mallory;

    [Fact]
    public async Task Is_possible_for_a_week()
    {
        var follow = Carol.Activity("Follow", guarded.Amina);

        var item = await guarded.TakesInAsync(Carried(follow, TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1)), (string)follow["id"]!);

        Assert.Equal((InboxState.Done, null), (item.State, item.Problem));
    }

    [Theory]
    [InlineData(7.01)]
    [InlineData(400)]
    [InlineData(-0.01)]
    public async Task Is_refused_after_that_and_before_its_time(double days)
    {
        var like = Carol.Activity("Like", guarded.AminasPost);

        await guarded.RefusesAsync("409 activity.old", Carried(like, TimeSpan.FromDays(days)));
    }

    [Fact]
    public async Task Is_possible_at_any_time_for_what_takes_something_away_for_good()
    {
        var post = Carol.NewId();
        var said = Carol.Activity("Create", guarded.Note(Carol, post, "For now."));
        await guarded.TakesInAsync(Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, said)), (string)said["id"]!);
        var delete = Carol.Activity("Delete", post);

        var item = await guarded.TakesInAsync(Carried(delete, TimeSpan.FromDays(400)), (string)delete["id"]!);

        Assert.Equal((InboxState.Done, null), (item.State, item.Problem));
    }

    [Fact]
    public async Task Is_not_what_Carol_does_herself_however_long_ago_she_wrote_it()
    {
        var follow = Carol.Activity("Follow", guarded.Amina);
        var letter = Stranger.Letter(guarded.SharedInbox, Carol.Proved(follow, Stranger.Now.AddDays(-400)));

        var item = await guarded.TakesInAsync(Carol.SignedAsOneShould(letter), (string)follow["id"]!);

        Assert.Equal((InboxState.Done, null), (item.State, item.Problem));
    }

    private ActivityStreams.Http.HttpMessage Carried(Dictionary<string, object?> activity, TimeSpan ago) =>
        Mallory.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, Carol.Proved(activity, Stranger.Now - ago)));
}
