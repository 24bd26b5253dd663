using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Vocabulary;

namespace PostMoney.Core.Federation.Documents;

/// <summary>A document from outside in the plain names of the vocabulary.</summary>
/// <remarks>Contexts are never fetched. Whole families of servers name one of their own beside that of ActivityStreams; such a document is read as it is written, which is how they mean it.</remarks>
internal static class PlainDocument
{
    private const string Words = "https://www.w3.org/ns/activitystreams#";

    /// <summary>Reads it.</summary>
    /// <returns>False for a document that rearranges itself by keywords, or is no JSON-LD (security cases O-14 and O-15).</returns>
    internal static bool TryRead(JsonElement raw, out JsonElement plain)
    {
        plain = raw;
        if (HasTwoSpellings(raw))
        {
            return false;
        }

        if (PlainTerms.TryApply(raw, out plain, out var problem))
        {
            return true;
        }

        plain = raw;
        return problem == JsonLdProblem.LoadingRemoteContextFailed || (problem != JsonLdProblem.Rearranged && TryReadWrapped(raw, out plain));
    }

    // What a group passes on stands in the announcement as it came (FEP-1b12), with a context of its own, which may not redefine what
    // the outer one protects. It is a document in itself, and so each is read by its own context.
    private static bool TryReadWrapped(JsonElement raw, out JsonElement plain)
    {
        plain = raw;
        if (!raw.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !type.ValueEquals("Announce")
            || !raw.TryGetProperty("object", out var inner) || inner.ValueKind != JsonValueKind.Object
            || !inner.TryGetProperty("@context", out _) || !inner.TryGetProperty("id", out var id))
        {
            return false;
        }

        if (!TryRead(With(raw, id), out var outer) || !outer.TryGetProperty("object", out _) || !TryRead(inner, out var said))
        {
            return false;
        }

        plain = With(outer, said);
        return true;
    }

    private static JsonElement With(JsonElement document, JsonElement about) => JsonSerializer.SerializeToElement(
        document.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.NameEquals("object") ? about : member.Value)).ToDictionary());

    // A word of the protocol has one name here. Under another beside it, one reader would see what the next one does not. What is
    // quoted within a document may be spelled as its quoter likes: there a word in two spellings is one with two values.
    private static bool HasTwoSpellings(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.EnumerateObject().Any(member => IsOtherSpelling(member.Name));

    private static bool IsOtherSpelling(string name) =>
        name is "@id" or "@type" || name.StartsWith("as:", StringComparison.Ordinal) || name.StartsWith(Words, StringComparison.Ordinal);
}
