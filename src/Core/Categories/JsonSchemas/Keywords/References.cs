using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>$ref</c>: what another schema says goes here too.</summary>
internal sealed class RefKeyword(SchemaNode target) : Keyword
{
    internal override IEnumerable<SchemaNode> InPlace => [target];

    internal static Keyword? From(KeywordSource source) => source.Reference() is { } target ? new RefKeyword(target) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        run.Accepts(target, instance, path, seen);
}

/// <summary><c>$dynamicRef</c>: a reference that whoever uses this schema may bend to a schema of their own.</summary>
/// <remarks>JSON Schema core §8.2.3.2. Dynamic only where the plain target is itself a dynamic anchor of that name.</remarks>
internal sealed class DynamicRefKeyword(SchemaNode target, string anchor) : Keyword
{
    internal static Keyword? From(KeywordSource source)
    {
        if (source.Reference() is not { } target)
        {
            return null;
        }

        var fragment = Uri.UnescapeDataString(UriReference.Parse(source.Value.GetString()!).Fragment ?? "");
        var named = target.Resource.DynamicAnchors.GetValueOrDefault(fragment);
        return named?.Pointer == target.Location.Pointer ? new DynamicRefKeyword(target, fragment) : new RefKeyword(target);
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        run.Accepts(run.Outermost(anchor) ?? target, instance, path, seen);
}
