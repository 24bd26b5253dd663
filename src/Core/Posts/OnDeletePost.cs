using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Posts.PassingOn;

namespace PostMoney.Core.Posts;

/// <summary>Somebody elsewhere takes back what they said. Nobody else can (security case O-09), and what was never known leaves no trace.</summary>
public sealed class OnDeletePost(PostMoneyDb db, PassOnInGroups groups) : IActivityHandler
{
    /// <inheritdoc />
    public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
    {
        var uri = received.ObjectId?.Value;
        var known = await db.Posts.AsNoTracking().FirstOrDefaultAsync(post => post.Uri == uri, ct);
        return known is null ? FederationRefusals.Unknown
            : known.AuthorId != received.Sender.Id ? FederationRefusals.NotTheirs
            : new ApplyActivity(apply => ApplyAsync(known.Id, received, apply));
    }

    private async Task ApplyAsync(Guid id, ReceivedActivity received, CancellationToken ct)
    {
        var post = await db.Posts.FirstAsync(p => p.Id == id, ct);
        if (post.DeletedAt is null)
        {
            post.Delete(received.ReceivedAt);
            await ForgetPost.WhatWasSaidAsync(db, id, ct);
            await groups.ChangedAsync(post, received.Sender, received.Raw, ct);
        }
    }
}
