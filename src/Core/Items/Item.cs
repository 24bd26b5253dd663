using System.Diagnostics.CodeAnalysis;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Items;

/// <summary>What was published and signed: a need or an offer. Here is the typed view of its newest version.</summary>
/// <remarks>The projection alone. There is no field for what is sealed; see <see cref="SealedPart"/>.</remarks>
public abstract class Item : IHasAudience
{
    // Open ⇄ Met          (a need that is allotted is met, and opens again where the permit comes to nothing)
    //  ↓  ↘   ↓
    //  ↓   Withdrawn      (by its author, for good)
    // Expired             (its window is over)
    private static readonly Dictionary<ItemState, ItemState[]> _next = new()
    {
        [ItemState.Open] = [ItemState.Met, ItemState.Withdrawn, ItemState.Expired],
        [ItemState.Met] = [ItemState.Open, ItemState.Withdrawn, ItemState.Expired],
        [ItemState.Withdrawn] = [],
        [ItemState.Expired] = [],
    };

    private protected Item()
    {
    }

    /// <summary>A new one, as it was taken in.</summary>
    [SetsRequiredMembers]
    private protected Item(TakenIn taken, DateTimeOffset at)
    {
        var content = taken.Content;
        (Id, AuthorId, Issuer) = (content.Id, taken.Facts.AuthorId, content.Issuer);
        (Category, Topic) = (content.Category.Value, content.Category.Topic);
        PublishedAt = at;
        Take(taken, at);
    }

    /// <inheritdoc />
    public required Guid Id { get; init; }

    /// <summary>Need or offer.</summary>
    public abstract ItemKind Kind { get; protected set; }

    /// <inheritdoc />
    public required Guid AuthorId { get; init; }

    /// <summary>The passport that signed it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The category with its version, such as <c>need.tool@v1</c>; an item keeps the version it was made with.</summary>
    public required string Category { get; init; }

    /// <summary>The category's topic, which needs and offers share, such as <c>tool</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; set; }

    /// <summary>Where it stands.</summary>
    public ItemState State { get; private set; } = ItemState.Open;

    /// <summary>At most 120 characters.</summary>
    public required string Title { get; set; }

    /// <summary>At most 1,000 characters.</summary>
    public required string Summary { get; set; }

    /// <summary>Beginning of the window.</summary>
    public required DateTimeOffset WindowFrom { get; set; }

    /// <summary>End of the window, exclusive.</summary>
    public required DateTimeOffset WindowTo { get; set; }

    /// <summary>The category's public fields as JSON: <c>constraints</c>, <c>details</c>, <c>requirements</c>.</summary>
    public required string Sections { get; set; }

    /// <inheritdoc />
    public required Visibility Visibility { get; set; }

    /// <inheritdoc />
    public Guid? GroupId { get; set; }

    /// <summary>Whether search finds it, for those who may see it.</summary>
    public required bool Discoverable { get; set; }

    /// <summary>Names of the sealed parts of the payload, with commas; never what is in them.</summary>
    public string SealedNames { get; set; } = "";

    /// <summary>When the first version was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When the newest version was published.</summary>
    public required DateTimeOffset RevisedAt { get; set; }

    /// <summary>When it was withdrawn, expired, or met.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The window.</summary>
    public Window Window => new(WindowFrom, WindowTo);

    /// <summary>Its name in signed records.</summary>
    public string Urn => UrnOf(Id);

    /// <summary>Whether something is sealed in it.</summary>
    public bool HasPayload => SealedNames.Length > 0;

    /// <summary>The name of an item in signed records, RFC 9562 §4.</summary>
    public static string UrnOf(Guid id) => $"urn:uuid:{id:D}";

    /// <summary>Takes it back, for good.</summary>
    internal Result<Done> Withdraw(DateTimeOffset at) => MoveTo(ItemState.Withdrawn, at);

    /// <summary>Its window is over.</summary>
    internal Result<Done> Expire(DateTimeOffset at) => MoveTo(ItemState.Expired, at);

    /// <summary>Says what its next version says.</summary>
    [MemberNotNull(nameof(Title), nameof(Summary), nameof(Sections))]
    internal void Take(TakenIn taken, DateTimeOffset at)
    {
        var content = taken.Content;
        Version = content.Version;
        Title = content.Title;
        Summary = content.Summary;
        WindowFrom = content.Window.From;
        WindowTo = content.Window.To;
        Sections = content.Sections.GetRawText();
        Visibility = content.Visibility;
        GroupId = taken.Facts.GroupId;
        Discoverable = content.Discoverable;
        SealedNames = string.Join(',', content.Parts.Select(part => part.Name));
        RevisedAt = at;
    }

    private protected Result<Done> MoveTo(ItemState state, DateTimeOffset at)
    {
        if (!_next[State].Contains(state))
        {
            return ItemRefusals.NotAnyMore;
        }

        State = state;
        EndedAt = state == ItemState.Open ? null : at;
        return Done.Value;
    }
}

/// <summary>Where an item stands.</summary>
public enum ItemState
{
    /// <summary>It can be asked for, or be met.</summary>
    Open,

    /// <summary>A need that is allotted.</summary>
    Met,

    /// <summary>Taken back; a tombstone stays.</summary>
    Withdrawn,

    /// <summary>Its window is over.</summary>
    Expired,
}
