namespace PostMoney.ActivityStreams.Discovery;

/// <summary>One link of a <see cref="ResourceDescriptor"/>.</summary>
/// <param name="Rel">What the target is to the subject: a registered word or a URI.</param>
/// <param name="Type">The media type to expect.</param>
/// <param name="Href">The target.</param>
/// <param name="Template">A target with <c>{uri}</c> to fill in; of host-meta alone (RFC 6415 §3.1.1).</param>
/// <param name="Titles">What people call the target, by language; <c>default</c> or <c>und</c> for none.</param>
/// <param name="Properties">More about the link, by URI; the value may be null.</param>
public sealed record ResourceLink(
    string Rel,
    string? Type = null,
    string? Href = null,
    string? Template = null,
    IReadOnlyList<KeyValuePair<string, string>>? Titles = null,
    IReadOnlyList<KeyValuePair<string, string?>>? Properties = null);
