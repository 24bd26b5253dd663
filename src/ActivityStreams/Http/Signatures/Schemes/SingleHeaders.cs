namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>Headers that have one line: where a signed one comes twice, two readers could see two different requests.</summary>
internal static class SingleHeaders
{
    private static readonly HashSet<string> _names =
        ["host", "date", "digest", "content-digest", "repr-digest", "content-type", "content-length", "content-encoding"];

    internal static bool Contains(string name) => _names.Contains(name);
}
