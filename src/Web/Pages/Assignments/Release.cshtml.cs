using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Foundation;
using PostMoney.Core.Grants;
using PostMoney.Core.Members;
using PostMoney.Core.Timelines;
using PostMoney.Web.Host;
using PostMoney.Web.Releasing;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Assignments;

/// <summary>What is sealed for one side of a permit. It is shown in the one answer that opens it, and in no other.</summary>
[EnableRateLimiting(SignInLimits.Passphrases)]
public sealed class ReleaseModel(ReleasePages pages, OpenOnNode open, RequestGrant requestGrant) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(Name = "Minutes", SupportsGet = true)]
    public string AskedMinutes { get; set; } = "";

    /// <summary>The newest opening when the form was made, so that loading an answer again does not open anew.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    [BindProperty]
    public string Passphrase { get; set; } = "";

    public int Minutes => StaysOpen.Read(AskedMinutes);

    public ReleasePage Around { get; private set; } = null!;

    public OpenedPayload? Opened { get; private set; }

    public bool IsOwnPassport => Visit.Me!.Custody == Custody.Member;

    private TimeSpan Lifetime => TimeSpan.FromMinutes(Minutes);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>Opened on the node, for a passport that it keeps, once the passphrase is given again.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || IsOwnPassport)
        {
            return NotFound();
        }

        if (Seen != Around.Seen)
        {
            return Refuse([ReleaseRefusals.SentBefore]);
        }

        var opened = await open.ExecuteAsync(Visit.Me!, Around.Sealed.Id, Passphrase, Lifetime, ct);
        if (!opened.TryGet(out var payload))
        {
            return Refuse([opened.Refusal.Kind == RefusalKind.NotFound ? ReleaseRefusals.NotNow : opened.Refusal]);
        }

        Opened = payload;
        Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{Lifetime.TotalSeconds}; url=/assignments/{Id}/release");
        return Page();
    }

    /// <summary>The grant for a browser to open.</summary>
    public async Task<IActionResult> OnPostGrantAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !IsOwnPassport)
        {
            return NotFound();
        }

        var granted = await requestGrant.ExecuteAsync(Viewer, Around.Sealed.Id, Lifetime, ct);
        return granted.TryGet(out var grant) ? new JsonResult(GrantAnswer.Of(grant)) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await pages.FindAsync(Viewer, Id, ct);
        Around = found!;
        return found is not null;
    }
}
