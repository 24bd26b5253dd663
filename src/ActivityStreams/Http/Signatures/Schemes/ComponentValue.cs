using System.Globalization;
using System.Text;
using PostMoney.ActivityStreams.Http.StructuredFields;

namespace PostMoney.ActivityStreams.Http.Signatures.Schemes;

/// <summary>The value of one covered component (RFC 9421 §2.1 and §2.2).</summary>
internal static class ComponentValue
{
    // Fields whose type is needed to write them strictly (§2.1.1): of any other one, ";sf" cannot be honoured.
    // Example-Dict is the RFC's own.
    private static readonly HashSet<string> _dictionaries =
    [
        "content-digest", "repr-digest", "want-content-digest", "want-repr-digest", "signature", "signature-input",
        "accept-signature", "priority", "example-dict",
    ];

    private static readonly HashSet<string> _lists = ["cache-status", "proxy-status", "client-cert-chain"];

    private static readonly HashSet<string> _items = ["client-cert"];

    /// <summary>The value, or null where the message has none, or the component cannot be.</summary>
    internal static string? Of(HttpMessage message, string name, Parameters parameters)
    {
        if (parameters.Has("req"))
        {
            // Only a response can cover parts of the request that it answers (§2.4).
            return message.Request is { } request ? Of(request, name, Without(parameters, "req")) : null;
        }

        var value = name.StartsWith('@') ? Derived(message, name, parameters) : Field(message, name, parameters);
        return value is not null && SignatureText.IsPlain(value) ? value : null;
    }

    private static string? Derived(HttpMessage message, string name, Parameters parameters)
    {
        if (name == "@query-param")
        {
            return parameters is { Entries: [{ Key: "name", Value: BareItem.Text parameter }] }
                ? message.Address?.Parameter(parameter.Value)
                : null;
        }

        return parameters.Entries.Count > 0 ? null : name switch
        {
            "@method" => message.Method,
            "@scheme" => message.Scheme?.ToLowerInvariant(),
            "@request-target" => message.Target,
            "@status" => message.Status?.ToString("000", CultureInfo.InvariantCulture),
            "@authority" => message.Address?.Authority,
            "@path" => message.Address?.Path,
            "@query" => message.Address is { } target ? target.Query ?? "?" : null,
            "@target-uri" => TargetUri(message),
            _ => null,
        };
    }

    private static string? TargetUri(HttpMessage message) => message.Address is { Authority: { } authority } target
        ? $"{message.Scheme!.ToLowerInvariant()}://{authority}{target.Path}{target.Query}"
        : null;

    private static string? Field(HttpMessage message, string name, Parameters parameters)
    {
        var isTrailer = parameters.Has("tr");
        var lines = isTrailer ? message.TrailerLines(name) : message.Lines(name);
        var how = isTrailer ? Without(parameters, "tr") : parameters;
        if (lines.Count == 0 || !SignatureText.IsFieldName(name) || name.AsSpan().ContainsAnyInRange('A', 'Z'))
        {
            return null;
        }

        var joined = string.Join(", ", lines);
        return how.Entries switch
        {
            [] => joined,
            [{ Key: "bs", Value: BareItem.Flag { Value: true } }] => Wrapped(lines),
            [{ Key: "sf", Value: BareItem.Flag { Value: true } }] => Strict(name, joined),
            [{ Key: "key", Value: BareItem.Text key }] => MemberOf(joined, key.Value),
            _ => null,
        };
    }

    // §2.1.3: each line's bytes on their own, so that where one line ended is part of what is signed.
    private static string? Wrapped(IReadOnlyList<string> lines) =>
        lines.All(line => line.All(letter => letter <= 0xFF))
        && StructuredField.TryWrite([.. lines.Select(line => (Member)new Item(new BareItem.Bytes(Encoding.Latin1.GetBytes(line))))], out var text)
            ? text
            : null;

    private static string? Strict(string name, string joined)
    {
        var text = default(string);
        _ = _dictionaries.Contains(name) ? StructuredField.TryReadDictionary(joined, out var members) && StructuredField.TryWrite(members, out text)
            : _lists.Contains(name) ? StructuredField.TryReadList(joined, out var list) && StructuredField.TryWrite(list, out text)
            : _items.Contains(name) && StructuredField.TryReadItem(joined, out var item) && StructuredField.TryWrite(item, out text);
        return text;
    }

    private static string? MemberOf(string joined, string key) =>
        StructuredField.TryReadDictionary(joined, out var members)
        && members.FirstOrDefault(member => member.Key == key).Value is { } found
        && StructuredField.TryWrite(found, out var text)
            ? text
            : null;

    private static Parameters Without(Parameters parameters, string name) =>
        new(parameters.Entries.Where(entry => entry.Key != name));
}
