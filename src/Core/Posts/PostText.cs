using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PostMoney.ActivityStreams.Discovery;

namespace PostMoney.Core.Posts;

/// <summary>What a member has written, and what is in it: paragraphs, addresses, mentions and hashtags.</summary>
public static partial class PostText
{
    /// <summary>Most people that one post mentions.</summary>
    public const int MostMentions = 20;

    /// <summary>Most hashtags that count.</summary>
    public const int MostTags = 20;

    /// <summary>The handles in a text, as written, each once: <c>@chen@p.test</c>, or <c>@amina</c> for members here.</summary>
    public static IReadOnlyList<string> Mentions(string text) => [.. Mention().Matches(text)
        .Select(match => match.Groups[1].Value.TrimEnd('.'))
        .Where(handle => !handle.Contains('@') || AcctUri.TryParseHandle(handle, out _))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Take(MostMentions)];

    /// <summary>The hashtags in a text, in lower case, each once.</summary>
    public static IReadOnlyList<string> Tags(string text) => [.. Hashtag().Matches(text)
        .Select(match => match.Groups[1].Value.ToLowerInvariant())
        .Distinct(StringComparer.Ordinal)
        .Take(MostTags)];

    /// <summary>The text as HTML: everything encoded, what is recognised linked.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="mentioned">The page of each handle that was found, without its first sign.</param>
    /// <param name="tagPage">The page of a hashtag.</param>
    public static string ToHtml(string text, IReadOnlyDictionary<string, string> mentioned, Func<string, string> tagPage)
    {
        var html = new StringBuilder(text.Length * 2);
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").AppendJoin("<br>", paragraph.Split('\n').Select(line => Line(line, mentioned, tagPage))).Append("</p>");
        }

        return html.ToString();
    }

    private static string Line(string line, IReadOnlyDictionary<string, string> mentioned, Func<string, string> tagPage)
    {
        var html = new StringBuilder(line.Length * 2);
        var at = 0;
        foreach (Match match in Anything().Matches(line))
        {
            html.Append(WebUtility.HtmlEncode(line[at..match.Index]));
            html.Append(Linked(match.Value, mentioned, tagPage));
            at = match.Index + match.Length;
        }

        return html.Append(WebUtility.HtmlEncode(line[at..])).ToString();
    }

    private static string Linked(string found, IReadOnlyDictionary<string, string> mentioned, Func<string, string> tagPage)
    {
        var shown = WebUtility.HtmlEncode(found);
        if (found[0] == '#')
        {
            return $"<a class=\"hashtag\" href=\"{WebUtility.HtmlEncode(tagPage(found[1..].ToLowerInvariant()))}\" rel=\"tag\">{shown}</a>";
        }

        if (found[0] == '@')
        {
            return mentioned.TryGetValue(found[1..].TrimEnd('.'), out var page)
                ? $"<a class=\"mention\" href=\"{WebUtility.HtmlEncode(page)}\">{shown}</a>"
                : shown;
        }

        var end = found.Length - found.TrimEnd('.', ',', ')', '!', '?', ';', ':').Length;
        var address = found[..^end];
        return Uri.TryCreate(address, UriKind.Absolute, out var read)
            ? $"<a href=\"{WebUtility.HtmlEncode(read.AbsoluteUri)}\" rel=\"nofollow noopener noreferrer\">{WebUtility.HtmlEncode(address)}</a>{WebUtility.HtmlEncode(found[^end..])}"
            : shown;
    }

    [GeneratedRegex(@"(?<![\w@/.])@([A-Za-z0-9_](?:[A-Za-z0-9_\-]{0,38}[A-Za-z0-9_])?(?:@[A-Za-z0-9.\-]{1,200}(?::\d{1,5})?)?)", RegexOptions.None, 500)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w&#/])#([\p{L}\p{N}_]{1,60})", RegexOptions.None, 500)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"https://[^\s<>""]{1,1000}|(?<![\w@/.])@[A-Za-z0-9_](?:[A-Za-z0-9_\-]{0,38}[A-Za-z0-9_])?(?:@[A-Za-z0-9.\-]{1,200}(?::\d{1,5})?)?|(?<![\w&#/])#[\p{L}\p{N}_]{1,60}", RegexOptions.None, 500)]
    private static partial Regex Anything();
}
