namespace PostMoney.Web.Host;

/// <summary>What programs that read all of the web are asked to leave alone. It keeps nobody out who does not care.</summary>
/// <remarks>RFC 9309. Pages that lead to others without end, and pages for members, are of no use to a search engine; members have not been asked whether what they say may teach machines.</remarks>
internal static class Robots
{
    private static readonly string[] _collectors =
    [
        "AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot", "cohere-ai", "Diffbot", "FacebookBot",
        "Google-Extended", "GPTBot", "ImagesiftBot", "Meta-ExternalAgent", "Omgilibot", "PerplexityBot", "Timpibot",
    ];

    private static readonly string[] _closed =
    [
        "/me", "/desk", "/audit", "/assignments", "/search", "/home", "/federated", "/sign-in", "/join", "/setup", "/verify", "/needs/new", "/offers/new",
        "/*?before=", "/inbox",
    ];

    private static readonly string _text = string.Join('\n',
        [.. _collectors.Select(name => "User-agent: " + name), "Disallow: /", "", "User-agent: *", .. _closed.Select(path => "Disallow: " + path), ""]);

    internal static void MapRobots(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/robots.txt", [HttpMethods.Get, HttpMethods.Head], () => Results.Text(_text, "text/plain; charset=utf-8"));
}
