using PostMoney.Core.Access;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moving;

/// <summary>A member names a former account no more.</summary>
public sealed class RemoveAlias(OwnProfile profile)
{
    /// <summary>Takes it back. Doing it twice changes nothing.</summary>
    public Task<Result<Done>> ExecuteAsync(Viewer viewer, string uri, CancellationToken ct) => profile.ChangeAsync(
        viewer,
        me =>
        {
            me.AlsoKnownAs = string.Join(' ', me.AlsoKnownAs.Split(' ').Where(alias => alias != uri));
            return null;
        },
        ct);
}
