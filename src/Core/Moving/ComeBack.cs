using PostMoney.Core.Access;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moving;

/// <summary>A member who has moved away uses their account here again. Who has followed on stays there.</summary>
public sealed class ComeBack(OwnProfile profile)
{
    /// <summary>Comes back. For who has not moved nothing changes.</summary>
    public Task<Result<Done>> ExecuteAsync(Viewer viewer, CancellationToken ct) => profile.ChangeAsync(
        viewer,
        me =>
        {
            me.MovedTo = null;
            return null;
        },
        ct);
}
