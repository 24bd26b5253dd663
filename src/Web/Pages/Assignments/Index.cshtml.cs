using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Timelines;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Assignments;

/// <summary>One permit: where it stands, and what each side can do with it.</summary>
public sealed class IndexModel(PermitPages permits, AcceptAssignment accept, GiveUpAssignment giveUp, RenewAssignment renew) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Agreed { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    public PermitPage Around { get; private set; } = null!;

    public AssignmentPage Permit => Around.Permit;

    public Assignment Assignment => Permit.Assignment;

    public IReadOnlyList<Fact> Conditions => Fact.Of(
        Around.OfferSchema,
        JsonSerializer.SerializeToElement(new JsonObject { ["requirements"] = JsonNode.Parse(Assignment.Conditions) }),
        Visit.Zone,
        Visit.Now);

    public bool HasBegun => Assignment.WindowFrom <= Visit.Now;

    public bool IsOpen => Assignment.State == AssignmentState.Active && Assignment.Window.Contains(Visit.Now);

    public bool CanProlong => IsOpen && Permit.IsMine && Assignment.Renewals == 0 && Permit.Offer.WindowTo > Assignment.WindowTo;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) =>
        await AnswerAsync(await accept.ExecuteAsync(Viewer, Id, Agreed, ct), "It is yours.", ct);

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        await AnswerAsync(await giveUp.DeclineAsync(Viewer, Id, ct), "Declined. The next in line is asked.", ct);

    public async Task<IActionResult> OnPostGiveBackAsync(CancellationToken ct) =>
        await AnswerAsync(await giveUp.ReleaseAsync(Viewer, Id, ct), "Thank you. The next in line is asked at once.", ct);

    public async Task<IActionResult> OnPostProlongAsync(CancellationToken ct) =>
        await AnswerAsync(await renew.ExecuteAsync(Viewer, Id, ct), "You can keep it longer.", ct);

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) =>
        await AnswerAsync(await giveUp.RevokeAsync(Viewer, Id, Reason, ct), "The permit is taken back, and both sides are told why.", ct);

    private async Task<IActionResult> AnswerAsync(Result<Done> done, string said, CancellationToken ct)
    {
        if (done.IsGranted)
        {
            return Next($"/assignments/{Id}", said);
        }

        return await LoadAsync(ct) ? Refuse(done.Refusals) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await permits.FindAsync(Viewer, Id, ct);
        Around = found!;
        return found is not null;
    }
}
