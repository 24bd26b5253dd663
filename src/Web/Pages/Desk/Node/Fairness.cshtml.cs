using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Members;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>A steward attests what a member is entitled to.</summary>
public sealed class FairnessModel(MemberList members, Attest attest, AttestedFacts attested) : NodePage
{
    [FromRoute]
    public string Handle { get; set; } = "";

    [BindProperty]
    public string Value { get; set; } = "cohort-1";

    [BindProperty]
    public string Why { get; set; } = "";

    public MemberLine Member { get; private set; } = null!;

    public IReadOnlyList<AttestedLine> Lines { get; private set; } = [];

    public bool IsMe => Member.Id == Viewer.MemberId;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (FairnessWords.Read(Value) is not var (kind, value))
        {
            return Refuse([AttestationRefusals.Value]);
        }

        var done = await attest.OfMemberAsync(Viewer, Member.Id, kind, value, Why, ct);
        return done.IsGranted ? Next($"/desk/members/{Member.Handle}/fairness", $"It is attested, and {Member.DisplayName} is told.") : Refuse(done.Refusals);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var member = await members.FindLineAsync(Viewer, Handle, ct);
        Member = member!;
        Lines = member is null ? [] : await attested.OfMemberAsync(Viewer, member.Id, ct);
        return member is not null;
    }
}
