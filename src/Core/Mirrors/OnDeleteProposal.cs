using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Mirrors;

/// <summary>A need or an offer of another node was withdrawn, by its author and nobody else.</summary>
public sealed class OnDeleteProposal(PostMoneyDb db) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var uri = received.ObjectId?.Value;
        var known = await db.MirroredItems.AsNoTracking().FirstOrDefaultAsync(item => item.Uri == uri, ct);
        return known is null ? FederationRefusals.Unknown
            : known.AuthorId != received.Sender.Id ? FederationRefusals.NotTheirs
            : new ApplyActivity(apply => ApplyAsync(known.Id, received.ReceivedAt, apply));
    }

    private async Task ApplyAsync(Guid id, DateTimeOffset at, CancellationToken ct)
    {
        var item = await db.MirroredItems.FirstAsync(i => i.Id == id, ct);
        (item.WithdrawnAt, item.Title, item.Summary, item.Record) = (item.WithdrawnAt ?? at, "", "", []);
    }
}
