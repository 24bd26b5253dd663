using PostMoney.Core.Groups;
using PostMoney.Core.Members;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Me;

/// <summary>A member's identity: what it is, who keeps it, and what can be done with it.</summary>
public sealed class PassportModel(GroupList groups) : NodePage
{
    public bool IsOwn => Visit.Me!.Custody == Custody.Member;

    public IReadOnlyList<GroupCard> Groups { get; private set; } = [];

    public IReadOnlyList<string> Duties =>
        [.. new[] { ("Steward", Viewer.IsSteward), ("Auditor", Viewer.IsAuditor), ("Member", true) }.Where(duty => duty.Item2).Select(duty => duty.Item1)];

    public async Task OnGetAsync(CancellationToken ct) =>
        Groups = [.. (await groups.AllAsync(Viewer, ct)).Where(group => group.IsMine)];
}
