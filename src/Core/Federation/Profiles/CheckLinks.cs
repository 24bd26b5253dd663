using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Members;

namespace PostMoney.Core.Federation.Profiles;

/// <summary>Looks whether the pages that members link to lead back to them, once after each change of a profile.</summary>
/// <remarks>The rel value <c>me</c>, as Mastodon verifies it. Asked as nobody, through the guarded client and the host gate.</remarks>
public sealed class CheckLinks(PostMoneyDb db, GuardedClient client, HostGate gate, NodeAddress address, TimeProvider clock)
{
    // A page says whose it is near its beginning; a page without an end is not read to it.
    internal const int LongestPage = 256 * 1024;

    /// <summary>Looks at all that were not looked at.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await db.ProfileFields.AsNoTracking().Where(field => field.CheckedAt == null).ToListAsync(ct);
        foreach (var field in due)
        {
            var leadsBack = ProfileField.IsLink(field.Value) && await LeadsBackAsync(field, ct);
            await using var change = await db.BeginChangeAsync(ct);
            var kept = await db.ProfileFields.FirstOrDefaultAsync(
                f => f.MemberId == field.MemberId && f.Position == field.Position && f.Value == field.Value, ct);
            kept?.Check(leadsBack, clock.GetUtcNow());
            await change.SaveAsync(ct);
        }

        return due.Count;
    }

    private async Task<bool> LeadsBackAsync(ProfileField field, CancellationToken ct)
    {
        var page = new Uri(field.Value);
        var host = page.IsDefaultPort ? page.IdnHost : $"{page.IdnHost}:{page.Port}";
        if (host == address.Host || !await gate.IsOpenAsync(host, ct))
        {
            return false;
        }

        var handle = await db.Members.Where(member => member.Id == field.MemberId).Select(member => member.Handle).FirstAsync(ct);
        var answer = await client.GetAsync(page, "text/html", signer: null, new FetchBudget(), ct);
        return answer is FetchResult.Received { MediaType: { } type } received
            && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
            && LeadsTo(Encoding.UTF8.GetString(received.Body.AsSpan(0, Math.Min(received.Body.Length, LongestPage))), $"{address.Origin}/@{handle}", address.OfMember(handle));
    }

    /// <summary>Whether a page has a link with <c>rel="me"</c> to one of these addresses.</summary>
    /// <remarks>Tag by tag and without a tree: to build one of tens of thousands of levels takes longer than all else.</remarks>
    internal static bool LeadsTo(string hostile, params string[] addresses)
    {
        using var text = new TextSource(hostile);
        using var tags = new HtmlTokenizer(text, HtmlEntityProvider.Resolver);
        for (var token = tags.Get(); token.Type != HtmlTokenType.EndOfFile; token = tags.Get())
        {
            if (token is not HtmlTagToken { Type: HtmlTokenType.StartTag } tag)
            {
                continue;
            }

            if (tag.Name is "a" or "link" && IsMe(tag.GetAttribute("rel")) && addresses.Contains(tag.GetAttribute("href")?.Trim().TrimEnd('/'), StringComparer.Ordinal))
            {
                return true;
            }

            // What stands in these is text, whatever it looks like (HTML §13.2.6.4).
            tags.State = tag.Name switch
            {
                "script" => HtmlParseMode.Script,
                "textarea" or "title" => HtmlParseMode.RCData,
                "style" or "xmp" or "iframe" or "noembed" or "noframes" or "noscript" => HtmlParseMode.Rawtext,
                "plaintext" => HtmlParseMode.Plaintext,
                _ => HtmlParseMode.PCData,
            };
        }

        return false;
    }

    private static bool IsMe(string? rel) =>
        (rel ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains("me", StringComparer.OrdinalIgnoreCase);
}
