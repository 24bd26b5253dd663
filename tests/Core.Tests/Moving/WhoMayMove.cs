using PostMoney.Core.Actors;
using PostMoney.Core.Moving;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Moving;

/// <summary>An account may move where the other one names it, and not again and again.</summary>
public sealed class WhoMayMove
{
    private static readonly DateTimeOffset _now = StoppedClock.Beginning;

    private readonly Actor _old = Somebody("https://p.test/u/chen");

    private readonly Actor _new = Somebody("https://n.test/u/chen", claims: "https://q.test/u/chen https://p.test/u/chen");

    [Fact]
    public void Does_where_the_new_account_names_the_old_one() => Assert.Null(MoveRules.Problem(_old, _new, _now));

    [Theory]
    [InlineData("")]
    [InlineData("https://p.test/u/che")]
    [InlineData("https://p.test/u/chen2")]
    [InlineData("https://p.test/u/CHEN")]
    public void Does_not_where_it_names_nobody_or_another_one(string claims)
    {
        _new.AlsoKnownAs = claims;

        Assert.Equal(MovingRefusals.Unconfirmed, MoveRules.Problem(_old, _new, _now));
    }

    [Fact]
    public void Does_not_to_who_has_moved_or_is_gone()
    {
        _new.MovedTo = _old.Uri;
        Assert.Equal(MovingRefusals.Unconfirmed, MoveRules.Problem(_old, _new, _now));

        (_new.MovedTo, _new.State) = (null, ActorState.Gone);
        Assert.Equal(MovingRefusals.Unconfirmed, MoveRules.Problem(_old, _new, _now));
    }

    [Fact]
    public void Does_not_to_oneself()
    {
        _old.AlsoKnownAs = _old.Uri;

        Assert.Equal(MovingRefusals.Oneself, MoveRules.Problem(_old, _old, _now));
    }

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 30)]
    public void Does_not_again_for_a_while(bool isLocal, int days)
    {
        var moved = Somebody("https://p.test/u/chen", isLocal: isLocal);
        moved.LeaveFor("https://q.test/u/chen", _now);

        Assert.Equal(MovingRefusals.Pause, MoveRules.Problem(moved, _new, _now.AddDays(days).AddSeconds(-1)));
        Assert.Null(MoveRules.Problem(moved, _new, _now.AddDays(days)));
    }

    private static Actor Somebody(string uri, string claims = "", bool isLocal = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Uri = uri,
        Host = new Uri(uri).Host,
        Kind = ActorKind.Person,
        LocalId = isLocal ? Guid.CreateVersion7() : null,
        Handle = "chen",
        Name = "Chen",
        Summary = "",
        Page = uri,
        Inbox = uri + "/inbox",
        Outbox = uri + "/outbox",
        AlsoKnownAs = claims,
        Keys = "{}",
        FetchedAt = _now,
        CreatedAt = _now,
    };
}
