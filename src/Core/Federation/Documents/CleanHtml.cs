using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PostMoney.Core.Federation.Documents;

/// <summary>What is left of a stranger's HTML: text, and the few elements that posts are made of.</summary>
/// <remarks>
/// An allow-list: an element that is not on it is left out and its text stays; one that carries a program or a document goes
/// with all that is in it. No attribute stays but the address of a link, which is http or https, and the classes that hide
/// parts of long addresses. What comes out is written anew and never copied. Security group W.
/// </remarks>
public static class CleanHtml
{
    /// <summary>Most characters that are read.</summary>
    public const int Longest = 65_536;

    private const int Deepest = 24;

    private static readonly HashSet<string> _kept = new(StringComparer.Ordinal)
    {
        "p", "br", "a", "span", "strong", "b", "em", "i", "u", "s", "del", "code", "pre", "blockquote", "ul", "ol", "li",
    };

    private static readonly HashSet<string> _dropped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "iframe", "object", "embed", "svg", "math", "noscript", "noembed", "noframes", "head", "title",
        "textarea", "select", "option", "form", "input", "button", "audio", "video", "canvas", "applet", "base", "link", "meta",
    };

    private static readonly HashSet<string> _headings = new(StringComparer.Ordinal) { "h1", "h2", "h3", "h4", "h5", "h6" };

    private static readonly string[] _classes = ["invisible", "ellipsis", "mention", "hashtag"];

    /// <summary>The clean HTML.</summary>
    public static string Of(string hostile)
    {
        var output = new StringBuilder(hostile.Length);
        foreach (var node in Parse(hostile))
        {
            Write(node, output, 0);
        }

        return output.ToString();
    }

    /// <summary>The text alone, with a line for each paragraph; for what shows no markup.</summary>
    public static string TextOf(string hostile)
    {
        var output = new StringBuilder(hostile.Length);
        foreach (var node in Parse(hostile))
        {
            WriteText(node, output, 0);
        }

        return output.ToString().Trim();
    }

    private static INodeList Parse(string hostile)
    {
        var cut = hostile.Length <= Longest ? hostile : hostile[..Longest];
        var parser = new HtmlParser();
        var body = parser.ParseDocument("<!doctype html><body></body>").Body!;
        return parser.ParseFragment(cut, body);
    }

    private static void Write(INode node, StringBuilder output, int depth)
    {
        if (node is IText text)
        {
            output.Append(Encode(text.Data));
            return;
        }

        if (node is not IElement element || _dropped.Contains(element.LocalName) || depth > Deepest)
        {
            return;
        }

        var name = _headings.Contains(element.LocalName) ? "p" : element.LocalName;
        if (!_kept.Contains(name) || (name == "a" && Address(element) is null))
        {
            WriteAll(element, output, depth);
            return;
        }

        output.Append('<').Append(name).Append(Attributes(element, name)).Append('>');
        if (name == "br")
        {
            return;
        }

        WriteAll(element, output, depth);
        output.Append("</").Append(name).Append('>');
    }

    private static void WriteAll(IElement element, StringBuilder output, int depth)
    {
        foreach (var child in element.ChildNodes)
        {
            Write(child, output, depth + 1);
        }
    }

    private static string Attributes(IElement element, string name)
    {
        var classes = element.ClassList.Where(_classes.Contains).ToList();
        var kept = name is "a" or "span" && classes.Count > 0 ? $" class=\"{string.Join(' ', classes)}\"" : "";
        return name == "a" ? $"{kept} href=\"{Encode(Address(element)!)}\" rel=\"nofollow noopener noreferrer\"" : kept;
    }

    private static string? Address(IElement element) =>
        Uri.TryCreate(element.GetAttribute("href"), UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
        && address.UserInfo.Length == 0
            ? address.AbsoluteUri
            : null;

    private static void WriteText(INode node, StringBuilder output, int depth)
    {
        if (node is IText text)
        {
            output.Append(text.Data);
        }
        else if (node is IElement element && !_dropped.Contains(element.LocalName) && depth <= Deepest)
        {
            foreach (var child in element.ChildNodes)
            {
                WriteText(child, output, depth + 1);
            }

            if (element.LocalName is "p" or "br" or "li" or "blockquote" or "pre")
            {
                output.Append('\n');
            }
        }
    }

    private static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);
}
