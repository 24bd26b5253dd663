using System.Security.Cryptography;
using System.Text;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Log;

namespace PostMoney.Core.Offers.Import;

/// <summary>
/// A steward imports what the preview showed: every right row becomes an offer, signed with the group's passport and with its
/// private cells sealed. All of them at once, or none.
/// </summary>
public sealed class ImportInventory(
    PostMoneyDb db, PreviewImport preview, SignOnNode sign, PublishOffer publish, AuditLog log, ImportFingerprint fingerprint)
{
    private const int SavedAtOnce = 50;

    /// <summary>Imports it.</summary>
    /// <param name="viewer">Who imports.</param>
    /// <param name="request">The same as for the preview.</param>
    /// <param name="seen">The preview's fingerprint.</param>
    /// <param name="onRepeat">What to do with a file that was imported before.</param>
    /// <param name="ct">Ends the wait; nothing is imported then.</param>
    /// <returns>The offers' ids, in the order of the file.</returns>
    public async Task<Result<IReadOnlyList<Guid>>> ExecuteAsync(
        Viewer viewer, ImportRequest request, string seen, OnRepeat onRepeat, CancellationToken ct)
    {
        var read = await preview.ReadAsync(viewer, request, ct);
        if (!read.TryGet(out var inventory))
        {
            return read.Refusals.ToList();
        }

        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(inventory.Preview.Fingerprint), Encoding.UTF8.GetBytes(seen)))
        {
            return ImportRefusals.Changed;
        }

        if (inventory.Preview.Right == 0)
        {
            return ImportRefusals.NothingRight;
        }

        if (inventory.Preview.ImportedAt is not null && onRepeat == OnRepeat.Refuse)
        {
            return ImportRefusals.Repeated;
        }

        return await PublishAsync(viewer, inventory, request, await SignAsync(inventory, ct), ct);
    }

    private async Task<List<Submission>> SignAsync(ReadInventory inventory, CancellationToken ct)
    {
        var submissions = new List<Submission>();
        foreach (var row in inventory.Rows.Where(row => row.Problems.Count == 0))
        {
            submissions.Add(await sign.AsGroupAsync(row.Draft!.Value, row.Parts, inventory.Group.Id, ct));
        }

        return submissions;
    }

    private async Task<Result<IReadOnlyList<Guid>>> PublishAsync(
        Viewer viewer, ReadInventory inventory, ImportRequest request, List<Submission> submissions, CancellationToken ct)
    {
        var created = new List<Guid>();
        await using var change = await db.BeginChangeAsync(ct);
        foreach (var submission in submissions)
        {
            var published = await publish.AddAsync(viewer, submission, ct);
            if (!published.TryGet(out var id))
            {
                return published.Refusals.ToList();
            }

            created.Add(id);
            if (created.Count % SavedAtOnce == 0)
            {
                await db.SaveChangesAsync(ct);
            }
        }

        var group = inventory.Group.Id;
        await log.AppendAsync(
            PreviewImport.LogKind, viewer.Did!, $"group:{group:D}", fingerprint.OfFile(group, request.Category, request.File), ct);
        await change.SaveAsync(ct);
        return created;
    }
}

/// <summary>What to do with a file that was imported before.</summary>
public enum OnRepeat
{
    /// <summary>It is a mistake.</summary>
    Refuse,

    /// <summary>It is meant: everything in it a second time.</summary>
    ImportAgain,
}
