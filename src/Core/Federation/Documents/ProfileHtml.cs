using System.Net;
using System.Text;
using PostMoney.Core.Members;

namespace PostMoney.Core.Federation.Documents;

/// <summary>What members say of themselves as HTML: all of it encoded, and links alone linked.</summary>
public static class ProfileHtml
{
    /// <summary>A biography: a paragraph for each block, a break for each line.</summary>
    public static string OfBiography(string text)
    {
        var html = new StringBuilder(text.Length * 2);
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").AppendJoin("<br>", paragraph.Split('\n').Select(WebUtility.HtmlEncode)).Append("</p>");
        }

        return html.ToString();
    }

    /// <summary>The value of a line. A link says that it leads to the same person, as those who verify it look for.</summary>
    /// <remarks>The rel value <c>me</c> of the microformats wiki.</remarks>
    public static string OfValue(string value)
    {
        var shown = WebUtility.HtmlEncode(value);
        return ProfileField.IsLink(value)
            ? $"<a href=\"{WebUtility.HtmlEncode(new Uri(value).AbsoluteUri)}\" rel=\"me nofollow noopener noreferrer\">{shown}</a>"
            : shown;
    }
}
