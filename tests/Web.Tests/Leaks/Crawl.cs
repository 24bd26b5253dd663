using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace PostMoney.Web.Tests.Leaks;

/// <summary>Follows every link of a node as one person does, from its first page on.</summary>
public sealed partial class Crawl
{
    // Far more than the node of a test has; a page that makes up ever new addresses is found out by it.
    private const int Most = 600;

    /// <summary>Crawls.</summary>
    /// <param name="address">The node.</param>
    /// <param name="cookies">The cookies of somebody who is signed in, or an empty text.</param>
    /// <param name="known">Addresses that the person knows from elsewhere.</param>
    /// <param name="follow">Which addresses to go to, asked once for each; null for all.</param>
    public static async Task<IReadOnlyList<CrawledPage>> AsAsync(
        string address, string cookies, IReadOnlyList<string> known, Func<string, bool>? follow = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        var pages = new List<CrawledPage>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Queue<string>();
        void Add(string path)
        {
            if (seen.Add(path) && follow?.Invoke(path) != false)
            {
                ahead.Enqueue(path);
            }
        }

        Add("/");
        known.ToList().ForEach(Add);
        while (ahead.TryDequeue(out var path))
        {
            Assert.True(pages.Count < Most, $"There is no end of pages; the last is {path}.");
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
            request.Headers.TryAddWithoutValidation("X-From", $"10.1.0.{1 + pages.Count % 200}");
            using var answer = await client.SendAsync(request);
            var page = new CrawledPage(path, answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.ToString(), IsPage(answer));
            Assert.True((int)page.Status < 500, $"{path} answered {page.Status}.");
            pages.Add(page);
            foreach (var link in LinksOf(page, answer))
            {
                Add(link);
            }
        }

        return pages;
    }

    private static bool IsPage(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType == "text/html";

    private static IEnumerable<string> LinksOf(CrawledPage page, HttpResponseMessage answer)
    {
        var links = page.IsPage
            ? Link().Matches(page.Body).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value))
            : [];
        return links.Append(answer.Headers.Location?.OriginalString ?? "#")
            .Select(link => link.Split('#')[0])
            .Where(link => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal));
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Link();
}

/// <summary>One answer.</summary>
public sealed record CrawledPage(string Path, HttpStatusCode Status, string Body, string Headers, bool IsPage);
