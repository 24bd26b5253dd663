namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>What the names of either scheme cover. No header can have the names in parentheses, nor those with an at sign.</summary>
internal static class Coverages
{
    internal static Coverage Of(ReadOnlySpan<string> components)
    {
        var covers = Coverage.None;
        foreach (var component in components)
        {
            covers |= Of(component);
        }

        return covers;
    }

    internal static Coverage Of(string component) => component switch
    {
        CavageSignature.RequestTarget => Coverage.Method | Coverage.Path | Coverage.Query,
        CavageSignature.Created => Coverage.Created,
        "@method" => Coverage.Method,
        "@path" => Coverage.Path,
        "@query" => Coverage.Query,
        "@request-target" => Coverage.Path | Coverage.Query,
        "@target-uri" => Coverage.Path | Coverage.Query | Coverage.Host,
        "@authority" or "host" => Coverage.Host,
        "date" => Coverage.Date,
        "digest" => Coverage.Digest,
        "content-digest" => Coverage.ContentDigest,
        _ => Coverage.None,
    };
}
