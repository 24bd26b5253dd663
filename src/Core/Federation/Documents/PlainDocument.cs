using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Vocabulary;

namespace PostMoney.Core.Federation.Documents;

/// <summary>A document from outside in the plain names of the vocabulary.</summary>
/// <remarks>Contexts are never fetched. Whole families of servers name one of their own beside that of ActivityStreams; such a document is read as it is written, which is how they mean it.</remarks>
internal static class PlainDocument
{
    /// <summary>Reads it.</summary>
    /// <returns>False for a document that rearranges itself by keywords, or is no JSON-LD (security cases O-14 and O-15).</returns>
    internal static bool TryRead(JsonElement raw, out JsonElement plain)
    {
        if (PlainTerms.TryApply(raw, out plain, out var problem))
        {
            return true;
        }

        plain = raw;
        return problem == JsonLdProblem.LoadingRemoteContextFailed;
    }
}
