using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Timelines;

/// <summary>The newest of what some people did, without looking at all that anybody ever did.</summary>
/// <remarks>
/// Those who speak often are found among the newest of everybody. Otherwise each is asked for their newest, by an index, and only those
/// whose newest is new enough for the page are asked for more. Either way the cost does not grow with what there is.
/// </remarks>
internal static class NewestOf
{
    /// <summary>How many of the newest of everybody are looked at first.</summary>
    internal const int Lately = 1_000;

    /// <summary>Finds them, the newest first.</summary>
    /// <param name="lately">The newest of everybody, at most <see cref="Lately"/>.</param>
    /// <param name="all">All of everybody, where one person's are found by an index in the order of their ids.</param>
    /// <param name="people">Whose.</param>
    /// <param name="count">How many.</param>
    /// <param name="ct">Ends the wait.</param>
    internal static async Task<List<Guid>> OfAsync(
        IQueryable<Entry> lately, IQueryable<Entry> all, IQueryable<Guid> people, int count, CancellationToken ct)
    {
        var found = await Newest(lately.Where(entry => people.Contains(entry.By)), count).ToListAsync(ct);
        if (found.Count == count)
        {
            return found;
        }

        var newest = await people
            .Select(person => new
            {
                Person = person,
                Id = all.Where(entry => entry.By == person).OrderByDescending(entry => entry.Id).Select(entry => (Guid?)entry.Id).FirstOrDefault(),
            })
            .ToListAsync(ct);
        found.Clear();
        foreach (var line in newest.Where(line => line.Id is not null).OrderByDescending(line => line.Id).Take(count))
        {
            found.AddRange(await Newest(all.Where(entry => entry.By == line.Person), count).ToListAsync(ct));
        }

        return [.. found.OrderDescending().Take(count)];
    }

    private static IQueryable<Guid> Newest(IQueryable<Entry> entries, int count) =>
        entries.OrderByDescending(entry => entry.Id).Select(entry => entry.Id).Take(count);
}

/// <summary>Something that somebody did; its id says when.</summary>
internal sealed class Entry
{
    internal Guid Id { get; init; }

    internal Guid By { get; init; }
}
