namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>A file: <c>Document</c>, <c>Image</c>, <c>Video</c>, <c>Audio</c>, or a link to one. Its name is the text for those who do not see it.</summary>
/// <remarks>Activity Vocabulary §3.3; Mastodon's <c>blurhash</c> and <c>focalPoint</c>.</remarks>
public sealed record Attachment : ActivityObject
{
    /// <summary>A file without address.</summary>
    public Attachment()
        : base("Document")
    {
    }

    /// <summary>Where the file is: the first address of <c>url</c>, or the target of a link. Any scheme.</summary>
    public string? Address => IsReference || Has("href") ? As<Link>().Href : Url.Select(link => link.Href).FirstOrDefault(href => href is not null);

    /// <summary>A blurred picture in a few letters (Mastodon).</summary>
    public string? Blurhash { get => Text("blurhash"); init => Put("blurhash", Values.Of(value)); }

    /// <summary>What a picture is about, as x and y from −1 to 1, y upwards (Mastodon).</summary>
    public (double X, double Y)? FocalPoint
    {
        get => Values.Items(Get("focalPoint")).ToList() is [var x, var y] && Values.Number(x, -1, 1) is { } across && Values.Number(y, -1, 1) is { } up
            ? (across, up)
            : null;
        init => Put("focalPoint", value is var (x, y) ? Values.Of([Values.Of((double?)x), Values.Of((double?)y)], isArray: true) : default);
    }

    /// <summary>Width in pixels.</summary>
    public long? Width { get => Values.Count(Sole("width")); init => Put("width", Values.Of(value)); }

    /// <summary>Height in pixels.</summary>
    public long? Height { get => Values.Count(Sole("height")); init => Put("height", Values.Of(value)); }
}
