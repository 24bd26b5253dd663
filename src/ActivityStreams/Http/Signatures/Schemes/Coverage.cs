namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>What a signature covers, as far as <see cref="SignaturePolicy"/> asks for it.</summary>
[Flags]
internal enum Coverage
{
    None = 0,
    Method = 1 << 0,
    Path = 1 << 1,
    Query = 1 << 2,

    /// <summary>By <c>@authority</c> or by its header.</summary>
    Host = 1 << 3,
    Created = 1 << 4,
    Date = 1 << 5,
    Digest = 1 << 6,
    ContentDigest = 1 << 7,
}
