using PostMoney.Core.Categories;
using PostMoney.Core.Posts;

namespace PostMoney.Web.Display;

/// <summary>Words for posts.</summary>
public static class PostWords
{
    /// <summary>Whom a post can be for, the widest first.</summary>
    public static IReadOnlyList<FieldOption> Choices { get; } =
    [
        new("public", "Everybody"),
        new("unlisted", "Everybody, but on no public timeline"),
        new("followers", "Those who follow me"),
        new("node", "Members of this node; it never leaves it"),
        new("direct", "Those whom I mention"),
    ];

    /// <summary>Languages to choose from, by their own names.</summary>
    public static IReadOnlyList<FieldOption> Languages { get; } =
    [
        new("ar", "العربية"), new("de", "Deutsch"), new("en", "English"), new("es", "Español"), new("fa", "فارسی"), new("fr", "Français"),
        new("it", "Italiano"), new("nl", "Nederlands"), new("pl", "Polski"), new("pt", "Português"), new("ru", "Русский"), new("tr", "Türkçe"),
        new("uk", "Українська"), new("zh", "中文"),
    ];

    /// <summary>Who may see a post.</summary>
    public static string Of(PostVisibility visibility) => visibility switch
    {
        PostVisibility.Public => "Everybody",
        PostVisibility.Unlisted => "Not on public timelines",
        PostVisibility.Followers => "Followers",
        PostVisibility.Node => "This node",
        PostVisibility.Group => "Group",
        _ => "Mentioned people",
    };

    /// <summary>What goes with a post.</summary>
    public static string Of(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Picture => "Picture",
        AttachmentKind.Video => "Film",
        AttachmentKind.Sound => "Sound",
        _ => "Link",
    };

    /// <summary>A sign for it.</summary>
    public static string Icon(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Picture => "image",
        AttachmentKind.Video or AttachmentKind.Sound => "play",
        _ => "link",
    };

    /// <summary>Reads a choice; null for anything else.</summary>
    public static PostVisibility? Read(string? choice) => choice switch
    {
        "public" => PostVisibility.Public,
        "unlisted" => PostVisibility.Unlisted,
        "followers" => PostVisibility.Followers,
        "node" => PostVisibility.Node,
        "group" => PostVisibility.Group,
        "direct" => PostVisibility.Direct,
        _ => null,
    };
}
