namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>Many things: <c>Collection</c>, <c>OrderedCollection</c>, or a page of one.</summary>
/// <remarks>
/// ActivityStreams 2.0 Core §4.6; Activity Vocabulary §2; ActivityPub §5. What it embeds is believed only where it is of
/// the same owner (security case O-21).
/// </remarks>
public sealed record Collection : ActivityObject
{
    /// <summary>An ordered collection without items.</summary>
    public Collection()
        : base("OrderedCollection")
    {
    }

    /// <summary>Whether the order counts: the newest first, for collections of ActivityPub.</summary>
    public bool IsOrdered => Is("OrderedCollection") || Is("OrderedCollectionPage");

    /// <summary>Whether it is one page.</summary>
    public bool IsPage => Is("CollectionPage") || Is("OrderedCollectionPage");

    /// <summary>How many things there are; not always how many are shown.</summary>
    public long? TotalItems { get => Values.Count(Sole("totalItems")); init => Put("totalItems", Values.Of(value)); }

    /// <summary>Where an ordered page begins, counted from 0.</summary>
    public long? StartIndex { get => Values.Count(Sole("startIndex")); init => Put("startIndex", Values.Of(value)); }

    /// <summary>The things: of an ordered collection <c>orderedItems</c>, else <c>items</c>, and the other one where that is missing.</summary>
    public IReadOnlyList<ActivityObject> Items { get => All<ActivityObject>(ItemsName); init => PutAll(ItemsName, value, isArray: true); }

    /// <summary>The first page; null where something else is embedded.</summary>
    public Collection? First { get => Page("first"); init => PutOne("first", value); }

    /// <summary>The page after this one; where it lies is to be looked at before it is fetched.</summary>
    public Collection? Next { get => Page("next"); init => PutOne("next", value); }

    /// <summary>The page before this one.</summary>
    public Collection? Prev { get => Page("prev"); init => PutOne("prev", value); }

    /// <summary>The last page.</summary>
    public Collection? Last { get => Page("last"); init => PutOne("last", value); }

    /// <summary>The collection that a page belongs to.</summary>
    public Collection? PartOf { get => One<Collection>("partOf"); init => PutOne("partOf", value); }

    private string ItemsName => (IsOrdered && Has("orderedItems")) || (Has("orderedItems") && !Has("items")) || (IsOrdered && !Has("items"))
        ? "orderedItems"
        : "items";

    // A page, a link to one, or an id whose kind is not known before it is fetched.
    private Collection? Page(string name) => One<Collection>(name) is { } page && (page.IsReference || page.IsPage || page.Types.Count == 0 || page.Has("href"))
        ? page
        : null;
}
