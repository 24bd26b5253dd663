using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Timelines;

namespace PostMoney.Web.Display;

/// <summary>What a page that everybody may see says of itself to programs: previews elsewhere, readers of feeds, other servers. A page without one says nothing.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Description">Plain text; may be empty. Never of what is sealed.</param>
/// <param name="Path">Its path.</param>
/// <param name="Feed">The path before <c>/feed.rss</c> and <c>/feed.atom</c>; null where there is no feed.</param>
/// <param name="Document">The path of the same as other servers read it; null where there is none.</param>
/// <param name="Kind">Its type by OpenGraph.</param>
/// <param name="Photo">A photo that stands for it, one that everybody may see; null for none.</param>
public sealed record PublicPage(string Title, string Description, string Path, string? Feed = null, string? Document = null, string Kind = "website",
    PhotoOnCard? Photo = null)
{
    private const int LongestDescription = 200;

    /// <summary>A description in one line, from text of any length.</summary>
    public static string Line(string text) => PlainText.Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestDescription);

    /// <summary>A description in one line, from clean HTML.</summary>
    public static string LineOf(string html) => Line(CleanHtml.TextOf(html));
}
