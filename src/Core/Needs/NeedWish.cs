using PostMoney.Core.Foundation;

namespace PostMoney.Core.Needs;

/// <summary>Another window that would do for a need.</summary>
/// <remarks>It stays on this node, unsigned, and is told to no other; transcripts show it under a pseudonym.</remarks>
public sealed class NeedWish
{
    /// <summary>The need.</summary>
    public required Guid NeedId { get; init; }

    /// <summary>1 for the best of the others, to <see cref="RankWindows.Most"/>.</summary>
    public required int Place { get; init; }

    /// <summary>Beginning of the window.</summary>
    public required DateTimeOffset WindowFrom { get; init; }

    /// <summary>End of the window, exclusive.</summary>
    public required DateTimeOffset WindowTo { get; init; }

    /// <summary>The window.</summary>
    public Window Window => new(WindowFrom, WindowTo);
}
