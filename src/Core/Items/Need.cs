using System.Diagnostics.CodeAnalysis;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Items;

/// <summary>Somebody asks for the use of something, or for help, within a window.</summary>
public sealed class Need : Item
{
    private Need()
    {
    }

    /// <summary>A new one, as it was taken in.</summary>
    [SetsRequiredMembers]
    internal Need(TakenIn taken, DateTimeOffset at)
        : base(taken, at) =>
        (Priority, AskedOfferId) = (taken.Content.Priority!.Value, taken.Content.AskedOfferId);

    /// <inheritdoc />
    public override ItemKind Kind { get; protected set; } = ItemKind.Need;

    /// <summary>How pressing it is; policies may weigh it.</summary>
    public required Priority Priority { get; set; }

    /// <summary>The one offer that is asked for, or null for any of the topic.</summary>
    public Guid? AskedOfferId { get; set; }

    /// <summary>It was allotted.</summary>
    internal Result<Done> Meet(DateTimeOffset at) => MoveTo(ItemState.Met, at);

    /// <summary>Its permit came to nothing: it may ask again, while its window lasts.</summary>
    internal Result<Done> Reopen(DateTimeOffset at) => MoveTo(WindowTo > at ? ItemState.Open : ItemState.Expired, at);
}

/// <summary>How pressing a need is.</summary>
public enum Priority
{
    /// <summary>It can wait for its turn.</summary>
    Normal,

    /// <summary>Waiting does harm.</summary>
    Urgent,
}
