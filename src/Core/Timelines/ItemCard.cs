using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Core.Timelines;

/// <summary>A need or an offer in a list: its projection, and how it stands at this moment.</summary>
public sealed record ItemCard
{
    /// <summary>The item.</summary>
    public required Guid Id { get; init; }

    /// <summary>Need or offer.</summary>
    public required ItemKind Kind { get; init; }

    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The summary.</summary>
    public required string Summary { get; init; }

    /// <summary>Who published it.</summary>
    public required string AuthorName { get; init; }

    /// <summary>The group that it is published for, or null.</summary>
    public string? GroupTitle { get; init; }

    /// <summary>That group's name in addresses.</summary>
    public string? GroupName { get; init; }

    /// <summary>The window.</summary>
    public required Window Window { get; init; }

    /// <summary>Where it stands.</summary>
    public required ItemState State { get; init; }

    /// <summary>Who may see it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Of a need.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Of an offer: how many there are.</summary>
    public int? Units { get; init; }

    /// <summary>Of an offer: how many are free at this moment.</summary>
    public int? FreeUnits { get; init; }

    /// <summary>Whether something is sealed in it.</summary>
    public required bool HasPayload { get; init; }

    /// <summary>When it was first published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Whether it is the viewer's.</summary>
    public required bool IsMine { get; init; }
}
