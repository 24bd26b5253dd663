using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Core.Foundation;

namespace PostMoney.Web.Assets;

/// <summary>Styles, icons and scripts that travel inside the program. Each has a fingerprint in its address and may be kept for a year.</summary>
public sealed class AssetFiles
{
    // Cascade layers make all but the first of them interchangeable; see themes/README.md.
    private static readonly string[] _common = ["base", "shell", "content", "trust", "forms", "desk", "modes"];

    private readonly Dictionary<string, Asset> _assets = new(StringComparer.Ordinal);

    /// <summary>Reads them all, and puts each theme together with the common base.</summary>
    public AssetFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("themes/", StringComparison.Ordinal) || name.StartsWith("lib/", StringComparison.Ordinal))
            .ToDictionary(name => name, name => Read(assembly, name), StringComparer.Ordinal);
        Themes = [.. texts.Keys.Where(name => name.EndsWith("/theme.json", StringComparison.Ordinal))
            .Select(name => Theme.Read(texts[name]))
            .OrderBy(theme => theme.Id, StringComparer.Ordinal)];
        foreach (var theme in Themes)
        {
            var parts = _common.Select(part => $"themes/common/{part}.css").Append($"themes/{theme.Id}/theme.css").Select(name => texts[name]);
            Add($"/themes/{theme.Id}.css", Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(Encoding.UTF8.GetString))));
        }

        Add("/themes/icons.svg", texts["themes/common/icons.svg"]);
        Add("/themes/favicon.svg", texts["themes/common/favicon.svg"]);

        // Asked for by browsers that have not read a page yet, and by those that draw no SVG there, to whom nothing is lost.
        Add("/favicon.ico", texts["themes/common/favicon.svg"]);
        foreach (var script in texts.Keys.Where(name => name.StartsWith("lib/", StringComparison.Ordinal)))
        {
            Add($"/{script}", texts[script]);
        }
    }

    /// <summary>The themes that can be chosen, by id.</summary>
    public IReadOnlyList<Theme> Themes { get; }

    /// <summary>What speaks against a theme of that name, or null.</summary>
    public Refusal? ProblemWith(string theme) => Themes.Any(known => known.Id == theme)
        ? null
        : new Refusal(RefusalKind.Invalid, "theme.unknown", "Choose one of the looks.", "Theme");

    /// <summary>An asset's address with its fingerprint.</summary>
    public string Href(string path) => _assets.TryGetValue(path, out var asset) ? $"{path}?v={asset.Fingerprint}" : path;

    /// <summary>A theme's styles, or the first theme's where there is none of that name.</summary>
    public string Styles(string? theme) => Href($"/themes/{(Themes.Any(known => known.Id == theme) ? theme : Themes[0].Id)}.css");

    internal Asset? Find(string path) => _assets.GetValueOrDefault(path);

    private void Add(string path, byte[] bytes) => _assets[path] = new Asset(
        bytes, new Lazy<byte[]>(() => Compress(bytes)), Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)), Path.GetExtension(path) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" or ".ico" => "image/svg+xml",
            _ => "application/octet-stream",
        });

    private static byte[] Compress(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var source = assembly.GetManifestResourceStream(name)!;
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}

/// <summary>One file as it is sent. It is compressed when somebody first asks for that: a start need not wait for it.</summary>
internal sealed record Asset(byte[] Bytes, Lazy<byte[]> Gzip, string Fingerprint, string ContentType);
