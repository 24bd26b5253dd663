using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moving;

/// <summary>When one account may move to another. Followers go with it, so that both sides have to say so, and not often.</summary>
/// <remarks>FEP-7628; security case S-36.</remarks>
public static class MoveRules
{
    /// <summary>How long a member of this node stays after a move before the next. As Mastodon has it (<c>AccountMigration::COOLDOWN_PERIOD</c>).</summary>
    public static readonly TimeSpan PauseHere = TimeSpan.FromDays(30);

    /// <summary>How long a further move of somebody elsewhere has no effect. As Mastodon has it (<c>Activity::Move::PROCESSING_COOLDOWN</c>).</summary>
    public static readonly TimeSpan PauseElsewhere = TimeSpan.FromDays(7);

    /// <summary>Most former accounts that a member names.</summary>
    public const int MostAliases = 10;

    /// <summary>What speaks against it, or null.</summary>
    /// <param name="from">Who moves.</param>
    /// <param name="to">Where to, as it says itself at this moment.</param>
    /// <param name="now">This moment.</param>
    public static Refusal? Problem(Actor from, Actor to, DateTimeOffset now) =>
        from.Uri == to.Uri ? MovingRefusals.Oneself
        : MayMoveAgainAt(from) > now ? MovingRefusals.Pause
        : to.State != ActorState.Active || to.MovedTo is not null || !to.Claims(from.Uri) ? MovingRefusals.Unconfirmed
        : null;

    /// <summary>When an account that has moved may move once more; null where it has never moved.</summary>
    public static DateTimeOffset? MayMoveAgainAt(Actor actor) => actor.MovedAt + (actor.IsLocal ? PauseHere : PauseElsewhere);
}
