using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PostMoney.ActivityStreams.Origins;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>Anything that a server sends or receives, as it was written, with what the specification says of all objects.</summary>
/// <remarks>
/// <para>ActivityStreams 2.0 Core §4 and Activity Vocabulary §4. More of an object is seen by <see cref="As{T}"/>: a
/// <see cref="Note"/>, an <see cref="Actor"/>. A view adds names and changes nothing: all members stay, known or not.</para>
/// <para>A member is read as the plain name of the specification. A document whose context gives other names is first put
/// through <see cref="PlainTerms"/>. Whether it may be believed is not asked here, see <see cref="DocumentOwner"/> and
/// <see cref="Audience"/>.</para>
/// <para>A value, a list of one and, where an object is expected, the id alone are read alike. What has another shape than
/// its specification gives it, or is several where one is expected, is null or not in the list, and stays in the document:
/// <see cref="Has"/> tells it from what is not there.</para>
/// </remarks>
public record ActivityObject
{
    private Members _members;

    /// <summary>An object without members.</summary>
    public ActivityObject() => _members = Members.Empty;

    private protected ActivityObject(string type) => _members = Members.OfType(type);

    /// <summary>Whether it is nothing but the id of what lies elsewhere.</summary>
    public bool IsReference => _members.IsText;

    /// <summary>The names of all members, in their order.</summary>
    public IEnumerable<string> Names => _members.Names;

    /// <summary>The globally unique id (ActivityPub §3.1): a canonical https URL, else null.</summary>
    public WebId? Id { get => IdOf("id"); init => Put("id", Values.Of(value?.Value)); }

    /// <summary>The one type; null where there are several, which <see cref="Types"/> has.</summary>
    public string? Type { get => Text("type"); init => Put("type", Values.Of(value)); }

    /// <summary>All types, as plain names or IRIs.</summary>
    public IReadOnlyList<string> Types { get => Texts("type"); init => PutTexts("type", value, isArray: false); }

    /// <summary>Plain text that names it (Activity Vocabulary §4); the first of <see cref="NameMap"/> where there is only that.</summary>
    public string? Name { get => TextOrMap("name"); init => Put("name", Values.Of(value)); }

    /// <summary>The name by language tag (RFC 5646).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> NameMap { get => Map("nameMap"); init => Put("nameMap", Values.Of(value)); }

    /// <summary>HTML that sums it up; for a note the warning before it, for an actor their biography. Not cleaned: hostile until it is.</summary>
    public string? Summary { get => TextOrMap("summary"); init => Put("summary", Values.Of(value)); }

    /// <summary>The summary by language tag.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> SummaryMap { get => Map("summaryMap"); init => Put("summaryMap", Values.Of(value)); }

    /// <summary>What it says, in HTML or the <see cref="MediaType"/>. Not cleaned: hostile until it is.</summary>
    public string? Content { get => TextOrMap("content"); init => Put("content", Values.Of(value)); }

    /// <summary>The content by language tag.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ContentMap { get => Map("contentMap"); init => Put("contentMap", Values.Of(value)); }

    /// <summary>The media type of the content or of what is linked to.</summary>
    public string? MediaType { get => Text("mediaType"); init => Put("mediaType", Values.Of(value)); }

    /// <summary>Whose it is. Who may act for it takes exactly one: <see cref="DocumentOwner"/>.</summary>
    public IReadOnlyList<ActivityObject> AttributedTo { get => All<ActivityObject>("attributedTo"); init => PutAll("attributedTo", value); }

    /// <summary>Where it is to be looked at, or its files.</summary>
    public IReadOnlyList<Link> Url { get => All<Link>("url"); init => PutAll("url", value); }

    /// <summary>Files and links that belong to it; for an actor also <see cref="PropertyValue"/> and <see cref="IdentityStatement"/>.</summary>
    public IReadOnlyList<ActivityObject> Attachment { get => All<ActivityObject>("attachment"); init => PutAll("attachment", value, isArray: true); }

    /// <summary>What it mentions: <see cref="Link"/> and <see cref="Emoji"/>, told apart by their type.</summary>
    public IReadOnlyList<ActivityObject> Tag { get => All<ActivityObject>("tag"); init => PutAll("tag", value, isArray: true); }

    /// <summary>A small square picture of it.</summary>
    public IReadOnlyList<Attachment> Icon { get => All<Attachment>("icon"); init => PutAll("icon", value); }

    /// <summary>A picture of it; of an actor the wide one.</summary>
    public IReadOnlyList<Attachment> Image { get => All<Attachment>("image"); init => PutAll("image", value); }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published { get => Time("published"); init => Put("published", Values.Of(value)); }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated { get => Time("updated"); init => Put("updated", Values.Of(value)); }

    /// <summary>When it begins.</summary>
    public DateTimeOffset? StartTime { get => Time("startTime"); init => Put("startTime", Values.Of(value)); }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? EndTime { get => Time("endTime"); init => Put("endTime", Values.Of(value)); }

    /// <summary>When a <c>Tombstone</c>'s object was deleted.</summary>
    public DateTimeOffset? Deleted { get => Time("deleted"); init => Put("deleted", Values.Of(value)); }

    /// <summary>What a <c>Tombstone</c>'s object was.</summary>
    public string? FormerType { get => Text("formerType"); init => Put("formerType", Values.Of(value)); }

    /// <summary>How long it takes; null for years and months, which have no fixed length.</summary>
    public TimeSpan? Duration { get => Values.Duration(Sole("duration")); init => Put("duration", Values.Of(value)); }

    /// <summary>Where it is.</summary>
    public Place? Location { get => One<Place>("location"); init => PutOne("location", value); }

    /// <summary>The conversation or purpose that it is part of (Activity Vocabulary §4; FEP-7888).</summary>
    public ActivityObject? Context { get => One<ActivityObject>("context"); init => PutOne("context", value); }

    /// <summary>The program that made it.</summary>
    public ActivityObject? Generator { get => One<ActivityObject>("generator"); init => PutOne("generator", value); }

    /// <summary>What it answers.</summary>
    public IReadOnlyList<ActivityObject> InReplyTo { get => All<ActivityObject>("inReplyTo"); init => PutAll("inReplyTo", value); }

    /// <summary>The answers to it.</summary>
    public Collection? Replies { get => One<Collection>("replies"); init => PutOne("replies", value); }

    /// <summary>The likes of it (ActivityPub §5.7).</summary>
    public Collection? Likes { get => One<Collection>("likes"); init => PutOne("likes", value); }

    /// <summary>The announcements of it (ActivityPub §5.8).</summary>
    public Collection? Shares { get => One<Collection>("shares"); init => PutOne("shares", value); }

    /// <summary>Ids of those it is for; everybody is <see cref="Audience.Everybody"/>, however it was written. To deliver by, read an <see cref="Origins.Audience"/>, which passes over nothing.</summary>
    public IReadOnlyList<string> To { get => Recipients("to"); init => PutTexts("to", value, isArray: true); }

    /// <summary>As <see cref="To"/>, for those who are told as well.</summary>
    public IReadOnlyList<string> Cc { get => Recipients("cc"); init => PutTexts("cc", value, isArray: true); }

    /// <summary>As <see cref="To"/>, for groups (Activity Vocabulary §4; FEP-1b12).</summary>
    public IReadOnlyList<string> AudienceIds { get => Recipients("audience"); init => PutTexts("audience", value, isArray: false); }

    /// <summary>Whether it looks like an actor: it has an inbox and an outbox (FEP-2277).</summary>
    public bool IsActor => Has("inbox") && Has("outbox");

    /// <summary>Whether it looks like an activity: somebody acts (FEP-2277).</summary>
    public bool IsActivity => Has("actor");

    /// <summary>Whether it says that it is a collection or a page of one.</summary>
    public bool IsCollection => Is("Collection") || Is("OrderedCollection") || Is("CollectionPage") || Is("OrderedCollectionPage");

    /// <summary>An object that is nothing but its id.</summary>
    public static ActivityObject Reference(WebId id) => new() { _members = Members.OfText(id.Value) };

    /// <summary>Takes a document that <see cref="Json.StrictJson"/> has read.</summary>
    /// <returns>False for what is neither an object nor a text, which stands for the object with that id.</returns>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out ActivityObject? document)
    {
        document = Members.Read(json) is { } members ? new ActivityObject { _members = members } : null;
        return document is not null;
    }

    /// <summary>Looks at the same object as one of a kind, whatever its type says.</summary>
    public T As<T>()
        where T : ActivityObject, new() => View<T>(_members);

    /// <summary>Whether this is one of its types.</summary>
    public bool Is(string type) => Types.Contains(type, StringComparer.Ordinal);

    /// <summary>Whether there is a member of this name that is not null, of whatever shape.</summary>
    public bool Has(string name) => _members[name].ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>A member as it was written; undefined where there is none.</summary>
    public JsonElement Get(string name) => _members[name];

    /// <summary>A member that is one text; for terms that have no property here.</summary>
    public string? Text(string name) => Values.Text(Sole(name));

    /// <summary>A member that is one id, or one object with an id.</summary>
    /// <returns>Null for what is no canonical https URL (<see cref="WebId"/>).</returns>
    public WebId? IdOf(string name) =>
        WebId.TryParse(Members.Read(Sole(name)) is { } value ? Values.Text(value["id"]) : null, out var id) ? id : null;

    /// <summary>The same with another value for one member, or without it where the value is undefined.</summary>
    public ActivityObject With(string name, JsonElement value) => this with { _members = _members.With(name, value) };

    /// <summary>The same as a document of its own: with the context that explains its terms, before all other members.</summary>
    /// <param name="contexts">Addresses of more contexts, such as those of a proof that is to follow.</param>
    public ActivityObject WithContext(params string[] contexts) =>
        this with { _members = _members.StartingWith("@context", VocabularyContext.For(ToJson(), contexts)) };

    /// <summary>The document; for a reference its text.</summary>
    public JsonElement ToJson() => _members.ToJson();

    /// <summary>The document in UTF-8, as it is sent.</summary>
    public byte[] ToUtf8()
    {
        var output = new ArrayBufferWriter<byte>(1_024);
        _members.Write(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The document as text.</summary>
    public sealed override string ToString() => ToJson().GetRawText();

    private protected JsonElement Sole(string name) => Values.Sole(_members[name]);

    private protected DateTimeOffset? Time(string name) => Values.Time(Sole(name));

    private protected bool? Flag(string name) => Values.Flag(Sole(name));

    private protected T? One<T>(string name)
        where T : ActivityObject, new() => Members.Read(Sole(name)) is { } members ? View<T>(members) : null;

    private protected List<T> All<T>(string name)
        where T : ActivityObject, new() => [.. Values.Items(_members[name]).Select(Members.Read).OfType<Members>().Select(View<T>)];

    private protected List<string> Texts(string name) => [.. Values.Items(_members[name]).Select(Values.Text).OfType<string>()];

    private protected void Put(string name, JsonElement value) => _members = _members.With(name, value);

    private protected void PutOne(string name, ActivityObject? value) => Put(name, value?.ToJson() ?? default);

    private protected void PutAll(string name, IEnumerable<ActivityObject> values, bool isArray = false) =>
        Put(name, Values.Of([.. values.Select(value => value.ToJson())], isArray));

    private protected void PutTexts(string name, IEnumerable<string> values, bool isArray) =>
        Put(name, Values.Of([.. values.Select(value => Values.Of(value))], isArray));

    private static T View<T>(Members members)
        where T : ActivityObject, new()
    {
        var view = new T();
        ((ActivityObject)view)._members = members;
        return view;
    }

    private string? TextOrMap(string name) => Text(name) ?? (Map(name + "Map") is [var first, ..] ? first.Value : null);

    private List<KeyValuePair<string, string>> Map(string name) => Members.Read(_members[name]) is { IsText: false } map
        ? [.. map.Names.Where(Values.IsLanguage).Where(language => Values.Text(map[language]) is not null)
            .Select(language => KeyValuePair.Create(language, Values.Text(map[language])!))]
        : [];

    private List<string> Recipients(string name) => [.. All<ActivityObject>(name)
        .Select(recipient => recipient.Text("id"))
        .OfType<string>()
        .Select(id => id is "as:Public" or "Public" ? Audience.Everybody : id)];
}
