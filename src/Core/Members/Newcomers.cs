using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;

namespace PostMoney.Core.Members;

/// <summary>Who came a short while ago reaches fewer people at first, so that an account made for advertising is worth little.</summary>
/// <remarks>Needs and offers are not counted: they are what people come for, and draws have quotas of their own.</remarks>
internal static class Newcomers
{
    /// <summary>How long one is new.</summary>
    internal static readonly TimeSpan Time = TimeSpan.FromDays(3);

    /// <summary>Most posts within a day.</summary>
    internal const int MostPosts = 30;

    /// <summary>Most follows within a day.</summary>
    internal const int MostFollows = 30;

    /// <summary>Most people who are mentioned in one post.</summary>
    internal const int MostMentions = 5;

    /// <summary>Whether the viewer is new; stewards never are.</summary>
    internal static Task<bool> IsNewAsync(this PostMoneyDb db, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var (me, since) = (viewer.Id, now - Time);
        return viewer.IsSteward ? Task.FromResult(false) : db.Members.AnyAsync(member => member.Id == me && member.JoinedAt > since, ct);
    }
}
