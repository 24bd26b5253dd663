using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Assignments;
using PostMoney.Core.Grants;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Web.Host;
using PostMoney.Web.Releasing;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Assignments;

/// <summary>What is sealed for one side of a permit. It is shown in the one answer that opens it, and in no other.</summary>
[EnableRateLimiting(SignInLimits.Passphrases)]
public sealed class ReleaseModel(
    AssignmentPages assignments, RequestGrant requestGrant, ConfirmPassphrase confirm, Openings openings) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>How long it stays open: longer for those who read slowly (WCAG 2.2, 2.2.1).</summary>
    [BindProperty(SupportsGet = true)]
    public int Minutes { get; set; } = 1;

    /// <summary>The newest opening when the form was made, so that loading an answer again does not open anew.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    [BindProperty]
    public string Passphrase { get; set; } = "";

    public AssignmentPage Permit { get; private set; } = null!;

    public Item Sealed { get; private set; } = null!;

    public IReadOnlyList<OpenedPart> Opened { get; private set; } = [];

    public DateTimeOffset ClosesAt { get; private set; }

    public bool IsOwnPassport => Visit.Me!.Custody == Custody.Member;

    public bool IsOpen => Permit.Assignment.State == AssignmentState.Active && Permit.Assignment.Window.Contains(Visit.Now);

    private TimeSpan Lifetime => TimeSpan.FromMinutes(Math.Clamp(Minutes, 1, RequestGrant.LongestLifetime.TotalMinutes));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>Opened on the node, for a passport that it keeps, once the passphrase is given again.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var seen = Seen;
        if (!await LoadAsync(ct) || IsOwnPassport)
        {
            return NotFound();
        }

        if (seen != Seen)
        {
            return Refuse([ReleaseRefusals.SentBefore]);
        }

        var confirmed = await confirm.ExecuteAsync(Visit.Me!, Passphrase, ct);
        if (!confirmed.TryGet(out var passport))
        {
            return Refuse(confirmed.Refusals);
        }

        using (passport)
        {
            var granted = await requestGrant.ExecuteAsync(Viewer, Sealed.Id, Lifetime, ct);
            if (!granted.TryGet(out var grant))
            {
                return Refuse([ReleaseRefusals.NotNow]);
            }

            Opened = grant.TryOpen(passport) ?? [];
            ClosesAt = grant.ExpiresAt;
        }

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

        var granted = await requestGrant.ExecuteAsync(Viewer, Sealed.Id, Lifetime, ct);
        return granted.TryGet(out var grant) ? new JsonResult(GrantAnswer.Of(grant)) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await assignments.FindAsync(Viewer, Id, ct) is not { Opens: { } opens } found)
        {
            return false;
        }

        (Permit, Sealed) = (found, opens);
        Seen = await openings.NewestOwnAsync(Viewer, opens.Id, ct);
        return true;
    }
}
