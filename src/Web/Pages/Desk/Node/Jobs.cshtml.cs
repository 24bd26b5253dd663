using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Operations;
using PostMoney.Core.Queue;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>Work that the node has promised to do, and work that it has given up.</summary>
public sealed class JobsModel(JobDesk jobs) : NodePage
{
    public IReadOnlyList<Job> Jobs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Jobs = await jobs.ListAsync(Viewer, ct);

    public async Task<IActionResult> OnPostRetryAsync(Guid job, CancellationToken ct)
    {
        var sent = await jobs.RetryAsync(Viewer, job, ct);
        if (sent.IsGranted)
        {
            return Next("/desk/jobs", "It is sent again, from the first attempt.");
        }

        Jobs = await jobs.ListAsync(Viewer, ct);
        return Refuse(sent.Refusals);
    }

    public static string Words(string kind) => kind switch
    {
        "close-round" => "Draw a round",
        "lapse-assignment" => "Let an unanswered permit lapse",
        "end-assignment" => "End a permit when its time is over",
        "end-sanction" => "End a limit or a suspension when its time is over",
        "follow-on" => "Let followers go along with somebody who has moved",
        _ => kind,
    };
}
