namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>Headers that have one line: where a signed one comes twice, two readers could see two different requests.</summary>
internal static class SingleHeaders
{
    internal static bool Contains(string name) => name is "host" or "date" or "digest" or "content-digest" or "repr-digest"
        or "content-type" or "content-length" or "content-encoding";
}
