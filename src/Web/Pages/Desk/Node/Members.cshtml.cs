using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Members;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>People of the node, applicants first.</summary>
public sealed class MembersModel(MemberList members, DecideMembership decide, DeskCounts counts) : NodePage
{
    private static readonly MemberState[] _closed = [MemberState.Suspended, MemberState.Refused, MemberState.Left];

    [BindProperty(SupportsGet = true)]
    public string Show { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Q { get; set; } = "";

    public int Applicants { get; private set; }

    public IReadOnlyList<MemberLine> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public Task<IActionResult> OnPostAdmitAsync(Guid memberId, CancellationToken ct) =>
        DecideAsync(memberId, MemberState.Active, "Admitted, and told so.", ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid memberId, CancellationToken ct) =>
        DecideAsync(memberId, MemberState.Refused, "Not admitted.", ct);

    private async Task<IActionResult> DecideAsync(Guid memberId, MemberState state, string said, CancellationToken ct)
    {
        var decided = await decide.ExecuteAsync(Viewer, memberId, state, ct);
        if (decided.IsGranted)
        {
            return Next("/desk/members", said);
        }

        await LoadAsync(ct);
        return Refuse(decided.Refusals);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Applicants = (await counts.OfAsync(Viewer, ct)).Applicants;
        Show = Show is "asking" or "members" or "duties" or "closed" ? Show : Applicants > 0 && Q.Length == 0 ? "asking" : "members";
        var filter = Show switch
        {
            "asking" => new MemberFilter([MemberState.Pending], Words: Q),
            "duties" => new MemberFilter([MemberState.Active], OnDutyOnly: true, Q),
            "closed" => new MemberFilter(_closed, Words: Q),
            _ => new MemberFilter([MemberState.Active], Words: Q),
        };
        Lines = await members.OfAsync(Viewer, filter, ct);
    }
}
