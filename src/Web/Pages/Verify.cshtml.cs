using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Foundation;
using PostMoney.Web.Host;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

/// <summary>Anybody has a draw drawn again: one of this node, or a transcript from anywhere. Nothing of it is kept.</summary>
[EnableRateLimiting(VerifyLimits.Draws)]
[RequestSizeLimit(VerifyLimits.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = VerifyLimits.MostBytes, ValueLengthLimit = VerifyLimits.MostBytes)]
public sealed class VerifyModel(CheckTranscript check) : NodePage
{
    private static readonly Refusal _nothing = new(RefusalKind.Invalid, "verify.nothing", "Choose a file, or paste a transcript.", "Upload");

    [BindProperty(SupportsGet = true)]
    public Guid? Round { get; set; }

    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public CheckedTranscript? Checked { get; private set; }

    public TranscriptSummary? Summary => (Checked?.Verification as Verification.Verified)?.Summary;

    public Verification.Certified? Certified => Checked?.Verification as Verification.Certified;

    public Verification.Broken? Broken => Checked?.Verification as Verification.Broken;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Checked = Round is { } round ? await check.OfRoundAsync(Viewer, round, ct) : null;
        return Round is not null && Checked is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var document = await DocumentAsync(ct);
        if (document.Length == 0)
        {
            return Refuse([_nothing]);
        }

        // Megabytes that were pasted are not sent back.
        Text = "";
        Checked = await check.OfDocumentAsync(document, ct);
        return Page();
    }

    private async Task<byte[]> DocumentAsync(CancellationToken ct)
    {
        if (Upload is not { Length: > 0 } file)
        {
            return Encoding.UTF8.GetBytes(Text.Trim());
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
