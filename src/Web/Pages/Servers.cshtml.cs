using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Actors;
using PostMoney.Core.Operations;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

/// <summary>Which other servers this node limits or keeps out, for everybody.</summary>
public sealed class ServersModel(HostDecisions decisions) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public HostDecisionPage Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Found = await decisions.PageAsync(After, ct);

    public static string Words(HostSeverity severity) => severity == HostSeverity.Suspend ? "Kept out" : "Limited";
}
