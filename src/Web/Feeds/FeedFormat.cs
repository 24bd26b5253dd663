using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using PostMoney.Core.Media;
using PostMoney.Core.Timelines.Feeds;

namespace PostMoney.Web.Feeds;

/// <summary>How a feed is written. All text goes through the XML writer, and what XML cannot hold is left out.</summary>
internal abstract class FeedFormat
{
    internal static FeedFormat Rss { get; } = new RssFormat();

    internal static FeedFormat Atom { get; } = new AtomFormat();

    /// <summary>How its address ends.</summary>
    internal abstract string Ending { get; }

    internal abstract string MediaType { get; }

    internal byte[] Write(Feed feed, FeedPlace place)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            Write(xml, feed, place);
        }

        return output.ToArray();
    }

    protected abstract void Write(XmlWriter xml, Feed feed, FeedPlace place);

    /// <summary>An element with nothing but text in it.</summary>
    protected static void Text(XmlWriter xml, string name, string text, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, Plain(value));
        }

        xml.WriteString(Plain(text));
        xml.WriteEndElement();
    }

    /// <summary>What it says, with its photos after it.</summary>
    protected static string Html(FeedEntry entry, FeedPlace place) => entry.Html + string.Concat(entry.Photos.Select(photo =>
        $"<p><img src=\"{WebUtility.HtmlEncode(place.Of(photo.Path))}\" alt=\"{WebUtility.HtmlEncode(photo.Description)}\" width=\"{Number(photo.Width)}\" height=\"{Number(photo.Height)}\"></p>"));

    protected static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The text without the letters that XML has no way to write (XML 1.0 §2.2).</summary>
    protected static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                plain.Append(text[at]).Append(text[++at]);
            }
            else if (XmlConvert.IsXmlChar(text[at]))
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    /// <summary>RSS 2.0, with who has written it by Dublin Core.</summary>
    private sealed class RssFormat : FeedFormat
    {
        private const string Creator = "http://purl.org/dc/elements/1.1/";

        private const string AtomSpace = "http://www.w3.org/2005/Atom";

        internal override string Ending => "rss";

        internal override string MediaType => "application/rss+xml; charset=utf-8";

        protected override void Write(XmlWriter xml, Feed feed, FeedPlace place)
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "dc", null, Creator);
            xml.WriteAttributeString("xmlns", "atom", null, AtomSpace);
            xml.WriteStartElement("channel");
            Text(xml, "title", feed.Title);
            Text(xml, "link", place.Of(feed.Page));
            Text(xml, "description", feed.About.Length > 0 ? feed.About : feed.Title);
            xml.WriteStartElement("atom", "link", AtomSpace);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteAttributeString("href", Plain(place.Of(place.Path)));
            xml.WriteEndElement();
            if (feed.Updated is { } updated)
            {
                Text(xml, "lastBuildDate", Date(updated));
            }

            foreach (var entry in feed.Entries)
            {
                xml.WriteStartElement("item");
                Text(xml, "title", entry.Title);
                Text(xml, "link", place.Of(entry.Page));
                Text(xml, "guid", entry.Id, ("isPermaLink", "false"));
                xml.WriteElementString("dc", "creator", Creator, Plain(entry.Author));
                Text(xml, "pubDate", Date(entry.Published));
                Text(xml, "description", Html(entry, place));
                if (entry.Photos is [var photo, ..])
                {
                    // One at most, as readers of RSS take it; all of them are in the text.
                    Text(xml, "enclosure", "", ("url", place.Of(photo.Path)), ("length", Number(photo.Size)), ("type", Photo.MediaType));
                }

                xml.WriteEndElement();
            }
        }

        private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Atom (RFC 4287).</summary>
    private sealed class AtomFormat : FeedFormat
    {
        internal override string Ending => "atom";

        internal override string MediaType => "application/atom+xml; charset=utf-8";

        protected override void Write(XmlWriter xml, Feed feed, FeedPlace place)
        {
            xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
            Text(xml, "id", place.Home + place.Path);
            Text(xml, "title", feed.Title);
            if (feed.About.Length > 0)
            {
                Text(xml, "subtitle", feed.About);
            }

            Text(xml, "updated", Date(feed.Updated ?? DateTimeOffset.UnixEpoch));
            Text(xml, "link", "", ("rel", "self"), ("type", "application/atom+xml"), ("href", place.Of(place.Path)));
            Text(xml, "link", "", ("rel", "alternate"), ("type", "text/html"), ("href", place.Of(feed.Page)));
            foreach (var entry in feed.Entries)
            {
                xml.WriteStartElement("entry");
                Text(xml, "id", entry.Id);
                Text(xml, "title", entry.Title);
                xml.WriteStartElement("author");
                Text(xml, "name", entry.Author);
                xml.WriteEndElement();
                Text(xml, "link", "", ("rel", "alternate"), ("type", "text/html"), ("href", place.Of(entry.Page)));
                Text(xml, "published", Date(entry.Published));
                Text(xml, "updated", Date(entry.Updated));
                foreach (var photo in entry.Photos)
                {
                    Text(xml, "link", "", ("rel", "enclosure"), ("type", Photo.MediaType), ("length", Number(photo.Size)), ("href", place.Of(photo.Path)), ("title", photo.Description));
                }

                Text(xml, "content", Html(entry, place), ("type", "html"));
                xml.WriteEndElement();
            }
        }

        private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
