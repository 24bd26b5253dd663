using PostMoney.Core.Foundation;
using PostMoney.Core.Members;

namespace PostMoney.Core.Posts;

/// <summary>Why something was not said.</summary>
public static class PostRefusals
{
    /// <summary>There is no text, or too much.</summary>
    public static Refusal Text { get; } = new(
        RefusalKind.Invalid, "post.text", $"Write something, in at most {Post.LongestText} characters.", "Text");

    /// <summary>The warning is too long.</summary>
    public static Refusal Warning { get; } = new(
        RefusalKind.Invalid, "post.warning", $"Keep the warning under {Post.LongestWarning} characters.", "Warning");

    /// <summary>The language is no tag.</summary>
    public static Refusal Language { get; } = new(RefusalKind.Invalid, "post.language", "Choose a language from the list.", "Language");

    /// <summary>There is no such post, or it may not be seen.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "post.not-found", "There is no such post.");

    /// <summary>A newcomer has said much today.</summary>
    public static Refusal TooMuch { get; } = new(
        RefusalKind.Conflict, "post.newcomer", $"You are new here: {Newcomers.MostPosts} posts a day, with {Newcomers.MostMentions} people named in each, for the first {Newcomers.Time.Days} days.", "Text");

    /// <summary>Only its author may.</summary>
    public static Refusal NotYours { get; } = new(RefusalKind.Forbidden, "post.not-yours", "Only its author may change it.");

    /// <summary>Who has moved speaks from where they are now.</summary>
    public static Refusal Moved { get; } = new(
        RefusalKind.Conflict, "post.moved", "You have moved. Say it from your new account, or come back first.");

    /// <summary>It is not for everybody, so that it is not passed on.</summary>
    public static Refusal NotPublic { get; } = new(RefusalKind.Forbidden, "post.not-public", "Only what everybody may see can be passed on.");

    /// <summary>It is not for everybody, so that it does not stand first on a page.</summary>
    public static Refusal NotForPinning { get; } = new(RefusalKind.Forbidden, "post.not-for-pinning", "Only what everybody may see can stand first on your page.");

    /// <summary>As many stand first as can.</summary>
    public static Refusal TooManyPinned { get; } = new(
        RefusalKind.Conflict, "post.too-many-pinned", $"{Pins.PinnedPost.Most} posts stand first on your page already. Take one of them down before.");

    /// <summary>A post for a group names one that its author belongs to.</summary>
    public static Refusal Group { get; } = new(RefusalKind.Invalid, "post.group", "Choose one of your groups.", "For");
}
