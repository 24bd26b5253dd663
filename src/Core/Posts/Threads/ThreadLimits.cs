using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;

namespace PostMoney.Core.Posts.Threads;

/// <summary>What one reading of a conversation may ask of others, whatever they answer.</summary>
/// <remarks>Security cases F-01 and F-02.</remarks>
internal sealed class ThreadLimits
{
    /// <summary>How far one post leads to the next, upwards and downwards.</summary>
    internal const int Deepest = FetchBudget.MaximumDepth;

    /// <summary>Most pages of all collections together.</summary>
    internal const int MostPages = 10;

    /// <summary>Most things in all collections together that are looked at.</summary>
    internal const int MostItems = 500;

    /// <summary>Most servers.</summary>
    internal const int MostHosts = 10;

    /// <summary>How long it takes at most.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);

    private int _pages;

    private int _items;

    /// <summary>Fetches, of posts, of their authors and of pages.</summary>
    internal FetchBudget Budget { get; } = new();

    /// <summary>Whether something was not asked for yet, and its server may be asked.</summary>
    internal bool MayAsk(WebId id) =>
        _asked.Add(id.Document.AbsoluteUri) && (_hosts.Contains(NodeAddress.HostOf(id)) || (_hosts.Count < MostHosts && _hosts.Add(NodeAddress.HostOf(id))));

    /// <summary>Whether another page may be looked at.</summary>
    internal bool MayTurn() => _pages++ < MostPages;

    /// <summary>Whether another thing in a collection may be looked at.</summary>
    internal bool MayLook() => _items++ < MostItems;
}
