using System.Globalization;
using System.Net;

namespace PostMoney.Web.Host;

/// <summary>What an operator says when starting a node.</summary>
public sealed record NodeOptions
{
    /// <summary>Where everything is kept: database, node key, session keys. Default <c>data</c>.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>The address to listen on. Default <c>http://localhost:5080</c>.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>The address by which browsers reach the node, where that is another one (behind a proxy); otherwise null.</summary>
    public string? Origin { get; init; }

    /// <summary>
    /// The address of the one proxy whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; null where those headers are
    /// ignored, whoever sends them.
    /// </summary>
    public string? Proxy { get; init; }

    /// <summary>Where people get the source of the program that runs here (AGPL, section 13), or null where nobody has said.</summary>
    public string? Source { get; init; }

    /// <summary>What is wrong with what was said, in a sentence, or null.</summary>
    public string? Problem =>
        Proxy is not null && !IPAddress.TryParse(Proxy, out _) ? "--proxy takes one address, such as 127.0.0.1."
        : Source is not null && !(Uri.TryCreate(Source, UriKind.Absolute, out var source) && source.Scheme is ("https" or "http"))
            ? "--source takes an address of the web, such as https://example.org/postmoney."
        : null;

    /// <summary>Where the database is.</summary>
    public string DatabasePath => Path.Combine(DataDirectory, "node.db");

    /// <summary>Where the node key is; it never lies in the database nor in its backup.</summary>
    public string KeyPath => Path.Combine(DataDirectory, "node.key");

    /// <summary>Where the keys are that protect forms, each wrapped under the node key.</summary>
    public string SessionKeysPath => Path.Combine(DataDirectory, "session-keys");

    /// <summary>Whether browsers reach the node by https, so that cookies can insist on it.</summary>
    public bool IsSecure => (Origin ?? Urls).StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>--data DIR --urls URL --origin URL --proxy ADDRESS --source URL</c>, or the variables <c>POSTMONEY_DATA</c> and so on.</summary>
    public static NodeOptions Read(IReadOnlyList<string> args)
    {
        string? Value(string name)
        {
            for (var i = 0; i < args.Count - 1; i++)
            {
                if (args[i] == $"--{name}")
                {
                    return args[i + 1];
                }
            }

            return Environment.GetEnvironmentVariable($"POSTMONEY_{name.ToUpper(CultureInfo.InvariantCulture)}");
        }

        var standard = new NodeOptions();
        return new NodeOptions
        {
            DataDirectory = Value("data") ?? standard.DataDirectory,
            Urls = Value("urls") ?? standard.Urls,
            Origin = Value("origin")?.TrimEnd('/'),
            Proxy = Value("proxy"),
            Source = Value("source"),
        };
    }
}
