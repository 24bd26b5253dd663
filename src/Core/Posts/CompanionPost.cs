using System.Net;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Posts;

/// <summary>A post that says in words what a need or an offer says, so that any server can show it and people can talk about it.</summary>
/// <remarks>On this node's own timelines it is left out, since the need or offer itself stands there.</remarks>
public sealed class CompanionPost(PostMoneyDb db, SendPost send, NodeAddress address, NodeIds ids, TimeProvider clock)
{
    /// <summary>Publishes it, or has it say what the item says now; within the caller's change.</summary>
    /// <param name="itemId">The need or offer.</param>
    /// <param name="author">Its author's actor.</param>
    /// <param name="word"><c>Need</c> or <c>Offer</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="page">Its page.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task PutAsync(Guid itemId, Actor author, string word, string title, string summary, string page, CancellationToken ct)
    {
        var content = $"<p><strong>{word}: {WebUtility.HtmlEncode(title)}</strong></p>"
            + (summary.Length > 0 ? $"<p>{WebUtility.HtmlEncode(summary)}</p>" : "")
            + $"<p><a href=\"{WebUtility.HtmlEncode(page)}\">{WebUtility.HtmlEncode(page)}</a></p>";
        var known = await FindAsync(itemId, ct);
        if (known is not null)
        {
            if (known.Content != content)
            {
                db.PostVersions.Add(known.Change("", content, source: null, clock.GetUtcNow()));
                await send.UpdateAsync(known, author, ct);
            }

            return;
        }

        var id = ids.Next();
        var now = clock.GetUtcNow();
        var post = new Post
        {
            Id = id,
            Uri = address.OfPost(id),
            AuthorId = author.Id,
            Kind = "Note",
            Warning = "",
            Content = content,
            Visibility = PostVisibility.Public,
            ItemId = itemId,
            ThreadId = id,
            Context = address.OfContext(id),
            Page = page,
            IsLocal = true,
            PublishedAt = now,
            ReceivedAt = now,
        };
        db.Posts.Add(post);
        await send.CreateAsync(post, author, new PostParts([], [], []), ct);
    }

    /// <summary>Takes it back; within the caller's change.</summary>
    public async Task TakeBackAsync(Guid itemId, Actor author, CancellationToken ct)
    {
        if (await FindAsync(itemId, ct) is { } post)
        {
            post.Delete(clock.GetUtcNow());
            await send.DeleteAsync(post, author, ct);
        }
    }

    private Task<Post?> FindAsync(Guid itemId, CancellationToken ct) =>
        db.Posts.FirstOrDefaultAsync(post => post.ItemId == itemId && post.ReplyToUri == null && post.DeletedAt == null, ct);
}
