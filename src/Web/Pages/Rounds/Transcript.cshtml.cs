using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Rounds;

/// <summary>A drawn round's transcript as a file, byte for byte as it was signed.</summary>
public sealed class TranscriptModel(RoundPages rounds) : NodePage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await rounds.FindAsync(Viewer, id, ct) is { Transcript: { } transcript }
            ? File(transcript, "application/json", $"round-{id:D}.json")
            : NotFound();
}
