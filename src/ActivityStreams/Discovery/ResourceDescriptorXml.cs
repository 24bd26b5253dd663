using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PostMoney.ActivityStreams.Discovery;

/// <summary>Reads and writes descriptors as <c>application/xrd+xml</c>.</summary>
/// <remarks>
/// XRD 1.0, as RFC 6415 uses it for <c>/.well-known/host-meta</c>. No document type, so no entities; at most
/// <see cref="MaximumBytes"/> bytes. Elements of other names are passed over.
/// </remarks>
public static class ResourceDescriptorXml
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/xrd+xml";

    /// <summary>Most bytes of a text: 256 KiB.</summary>
    public const int MaximumBytes = 262_144;

    private static readonly XNamespace _xrd = "http://docs.oasis-open.org/ns/xri/xrd-1.0";

    private static readonly XName _isNil = XNamespace.Get("http://www.w3.org/2001/XMLSchema-instance") + "nil";

    private static readonly XName _language = XNamespace.Xml + "lang";

    /// <summary>Reads a descriptor.</summary>
    /// <returns>False for bad XML, a document type, another root, a link without <c>rel</c>, a bad time, and too many entries.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out ResourceDescriptor? descriptor)
    {
        descriptor = null;
        if (bytes.Length > MaximumBytes || Parse(bytes) is not { } root || root.Name != _xrd + "XRD")
        {
            return false;
        }

        var links = root.Elements(_xrd + "Link").Take(ResourceDescriptor.MaximumEntries + 1).Select(Link).ToList();
        var aliases = root.Elements(_xrd + "Alias").Take(ResourceDescriptor.MaximumEntries + 1).Select(alias => alias.Value.Trim()).ToList();
        var properties = Properties(root);
        if (!ResourceDescriptorJson.TryReadTime(root.Element(_xrd + "Expires")?.Value.Trim(), out var expires)
            || links.Contains(null)
            || new[] { links.Count, aliases.Count, properties.Count }.Max() > ResourceDescriptor.MaximumEntries)
        {
            return false;
        }

        descriptor = new ResourceDescriptor
        {
            Subject = root.Element(_xrd + "Subject")?.Value.Trim(),
            Expires = expires,
            Aliases = aliases,
            Properties = properties,
            Links = [.. links.OfType<ResourceLink>()],
        };
        return true;
    }

    /// <summary>Writes a descriptor, without what is empty.</summary>
    public static byte[] Write(ResourceDescriptor descriptor)
    {
        var root = new XElement(
            _xrd + "XRD",
            Element("Subject", descriptor.Subject),
            Element("Expires", descriptor.Expires?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            descriptor.Aliases.Select(alias => Element("Alias", alias)),
            descriptor.Properties.Select(Property),
            descriptor.Links.Select(link => new XElement(
                _xrd + "Link",
                Attribute("rel", link.Rel),
                Attribute("type", link.Type),
                Attribute("href", link.Href),
                Attribute("template", link.Template),
                (link.Titles ?? []).Select(title => new XElement(
                    _xrd + "Title", title.Key is "default" or "und" ? null : new XAttribute(_language, title.Key), title.Value)),
                (link.Properties ?? []).Select(Property))));
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root + "\n");
    }

    private static XElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaximumBytes };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ResourceLink? Link(XElement element) => element.Attribute("rel")?.Value is { } rel
        ? new ResourceLink(
            rel,
            element.Attribute("type")?.Value,
            element.Attribute("href")?.Value,
            element.Attribute("template")?.Value,
            [.. element.Elements(_xrd + "Title").Take(ResourceDescriptor.MaximumEntries)
                .Select(title => KeyValuePair.Create(title.Attribute(_language)?.Value ?? "default", title.Value))],
            Properties(element))
        : null;

    private static List<KeyValuePair<string, string?>> Properties(XElement element) =>
        [.. element.Elements(_xrd + "Property")
            .Where(property => property.Attribute("type") is not null)
            .Take(ResourceDescriptor.MaximumEntries + 1)
            .Select(property => KeyValuePair.Create(
                property.Attribute("type")!.Value, property.Attribute(_isNil)?.Value is "true" or "1" ? null : property.Value))];

    private static XElement? Element(string name, string? text) => text is null ? null : new XElement(_xrd + name, text);

    private static XAttribute? Attribute(string name, string? text) => text is null ? null : new XAttribute(name, text);

    private static XElement Property(KeyValuePair<string, string?> property) =>
        new(_xrd + "Property", new XAttribute("type", property.Key), property.Value is null ? new XAttribute(_isNil, "true") : property.Value);
}
