using PostMoney.Core.Assignments;
using PostMoney.Core.Outcomes;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk;

/// <summary>What is out, what is due back, and what waits for an answer.</summary>
public sealed class ReturnsModel(AssignmentPages assignments) : NodePage
{
    public IReadOnlyList<(string Heading, string None, IReadOnlyList<AssignmentCard> Permits)> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await assignments.OutAsync(Viewer, ct);
        var active = all.Where(permit => permit.State == AssignmentState.Active).ToList();
        Groups =
        [
            ("Due back", "Nothing is due. Well kept.", [.. all.Where(permit => permit.State == AssignmentState.Ended)]),
            ("In use", "Nothing is out.", [.. active.Where(permit => permit.Window.From <= Visit.Now)]),
            ("Promised", "Nothing is promised.", [.. active.Where(permit => permit.Window.From > Visit.Now).OrderBy(permit => permit.Window.From)]),
            ("Waiting for an answer", "Nobody has to answer.", [.. all.Where(permit => permit.State == AssignmentState.Held).OrderBy(permit => permit.HoldUntil)]),
        ];
    }

    /// <summary>Whether it should be back by now.</summary>
    public bool IsOverdue(AssignmentCard permit) =>
        permit.State == AssignmentState.Ended && permit.Window.To + OutcomeRules.Grace < Visit.Now;
}
