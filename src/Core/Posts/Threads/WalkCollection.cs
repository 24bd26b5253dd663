using System.Runtime.CompilerServices;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Federation.Peers;

namespace PostMoney.Core.Posts.Threads;

/// <summary>The ids in a collection elsewhere, page by page. What it embeds is not looked at: each thing is read from its own address.</summary>
/// <remarks>Pages lie where the collection lies, or are not fetched (security case O-21).</remarks>
public sealed class WalkCollection(FetchDocument fetch, MeetHosts hosts)
{
    /// <summary>Walks it.</summary>
    /// <param name="start">The collection, embedded or by its id.</param>
    /// <param name="origin">Where it has to lie.</param>
    /// <param name="limits">What may still be asked.</param>
    /// <param name="ct">Ends the wait.</param>
    internal async IAsyncEnumerable<WebId> IdsAsync(
        Collection start, Origin origin, ThreadLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        var isFirst = true;
        for (var page = await OpenAsync(start, origin, limits, ct); page is not null && limits.MayTurn(); isFirst = false)
        {
            foreach (var item in page.Items)
            {
                if (!limits.MayLook())
                {
                    yield break;
                }

                // Some conversations are lists of posts, some of the activities by which they were published.
                if ((item.IsActivity ? item.IdOf("object") : item.Id) is { } id)
                {
                    yield return id;
                }
            }

            var next = isFirst && page.First is { } first ? first : page.Next;
            page = next is null ? null : await OpenAsync(next, origin, limits, ct);
        }
    }

    private async Task<Collection?> OpenAsync(Collection page, Origin origin, ThreadLimits limits, CancellationToken ct)
    {
        if (!page.IsReference && (page.Has("items") || page.Has("orderedItems") || page.Has("first")))
        {
            return page;
        }

        if (page.Id is not { } id || id.Origin != origin || !limits.MayAsk(id) || !await hosts.MayAskAsync(id, ct))
        {
            return null;
        }

        var fetched = await fetch.ExecuteAsync(id, limits.Budget, ct);
        return fetched.TryGet(out var found) && ActivityObject.TryRead(found.Plain, out var read) && read.IsCollection ? read.As<Collection>() : null;
    }
}
