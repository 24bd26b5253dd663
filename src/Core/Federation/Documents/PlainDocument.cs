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
        return problem == JsonLdProblem.LoadingRemoteContextFailed;
    }

    // A word of the protocol has one name here. Under another beside it, one reader would see what the next one does not. What is
    // quoted within a document may be spelled as its quoter likes: there a word in two spellings is one with two values.
    private static bool HasTwoSpellings(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.EnumerateObject().Any(member => IsOtherSpelling(member.Name));

    private static bool IsOtherSpelling(string name) =>
        name is "@id" or "@type" || name.StartsWith("as:", StringComparison.Ordinal) || name.StartsWith(Words, StringComparison.Ordinal);
}
