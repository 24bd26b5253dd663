using System.Globalization;

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

    /// <summary>Where the database is.</summary>
    public string DatabasePath => Path.Combine(DataDirectory, "node.db");

    /// <summary>Where the node key is; it never lies in the database nor in its backup.</summary>
    public string KeyPath => Path.Combine(DataDirectory, "node.key");

    /// <summary>Where the keys are that protect forms, each wrapped under the node key.</summary>
    public string SessionKeysPath => Path.Combine(DataDirectory, "session-keys");

    /// <summary>Whether browsers reach the node by https, so that cookies can insist on it.</summary>
    public bool IsSecure => (Origin ?? Urls).StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>--data DIR --urls URL --origin URL</c>, or the variables <c>POSTMONEY_DATA</c>, <c>_URLS</c>, <c>_ORIGIN</c>.</summary>
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
        };
    }
}
