using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Grants;
using PostMoney.Core.Items;

namespace PostMoney.Core.Timelines;

/// <summary>What is sealed for one side of a permit, without what is in it.</summary>
public sealed class ReleasePages(AssignmentPages assignments, Openings openings, TimeProvider clock)
{
    /// <summary>The other side's item, or null for everybody who is on neither side.</summary>
    public async Task<ReleasePage?> FindAsync(Viewer viewer, Guid assignmentId, CancellationToken ct)
    {
        if (await assignments.FindAsync(viewer, assignmentId, ct) is not { Opens: { } opens } permit)
        {
            return null;
        }

        var use = permit.Assignment;
        var isOpen = use.State == AssignmentState.Active && use.Window.Contains(clock.GetUtcNow());
        return new ReleasePage(permit, opens, isOpen, await openings.NewestOwnAsync(viewer, opens.Id, ct));
    }
}

/// <summary>A permit and what it opens.</summary>
/// <param name="Permit">The permit.</param>
/// <param name="Sealed">The other side's item.</param>
/// <param name="IsOpen">Whether it can be opened at this moment.</param>
/// <param name="Seen">The viewer's newest attempt, so that a form sent twice does not open twice.</param>
public sealed record ReleasePage(AssignmentPage Permit, Item Sealed, bool IsOpen, Guid Seen);
