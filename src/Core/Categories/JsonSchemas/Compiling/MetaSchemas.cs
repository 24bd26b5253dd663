using System.Collections.Frozen;
using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>The meta-schemas of draft 2020-12, which every validator must know without asking anybody.</summary>
/// <remarks>https://json-schema.org/draft/2020-12/schema and the documents under <c>meta/</c> beside it.</remarks>
internal static class MetaSchemas
{
    /// <summary>The dialect of every schema that names none.</summary>
    internal const string Draft202012 = "https://json-schema.org/draft/2020-12/schema";

    private const string Vocabularies = "https://json-schema.org/draft/2020-12/meta/";

    private static readonly FrozenDictionary<string, Lazy<JsonElement>> _documents = new Dictionary<string, string>
    {
        [Draft202012] = "schema",
        [Vocabularies + "core"] = "core",
        [Vocabularies + "applicator"] = "applicator",
        [Vocabularies + "unevaluated"] = "unevaluated",
        [Vocabularies + "validation"] = "validation",
        [Vocabularies + "meta-data"] = "meta-data",
        [Vocabularies + "format-annotation"] = "format-annotation",
        [Vocabularies + "content"] = "content",
    }.ToFrozenDictionary(p => p.Key, p => new Lazy<JsonElement>(() => Read(p.Value)), StringComparer.Ordinal);

    /// <summary>The meta-schema of that URI, or null.</summary>
    internal static JsonElement? Find(string uri) => _documents.TryGetValue(uri, out var document) ? document.Value : null;

    private static JsonElement Read(string name)
    {
        var resource = $"PostMoney.Core.Categories.JsonSchemas.Meta.{name}.json";
        using var stream = typeof(MetaSchemas).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not built in.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
