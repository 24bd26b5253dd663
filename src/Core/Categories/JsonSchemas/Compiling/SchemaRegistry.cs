using System.Globalization;
using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Values;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Categories.JsonSchemas.Compiling;

/// <summary>All documents of one compilation, indexed: which places are schemas, which identifiers and anchors name them.</summary>
internal sealed class SchemaRegistry(SchemaOptions options, List<Refusal> refusals)
{
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private int _documents;
    private int _locations;

    /// <summary>Takes a document in under the URI by which it was found. Null when it was refused.</summary>
    internal SchemaResource? Add(JsonElement root, string uri)
    {
        if (++_documents > options.Limits.Documents)
        {
            refusals.Add(SchemaRefusals.TooLarge("documents"));
            return null;
        }

        if (new Screening(options.Limits.Values, options.Limits.Depth).FirstFault(root) is { } fault)
        {
            refusals.Add(SchemaRefusals.Unreadable(fault));
            return null;
        }

        var document = new SchemaDocument();
        var parent = new SchemaResource(document, uri, "", root, Dialect.Full);
        Index(parent, "", root);
        if (!document.Locations.TryGetValue("", out var top))
        {
            return null;
        }

        _resources.TryAdd(uri, top.Resource);
        return top.Resource;
    }

    /// <summary>What a reference names, seen from a resource; null when nothing is there.</summary>
    internal SchemaLocation? Find(SchemaResource from, string reference)
    {
        var target = from.Uri.Resolve(UriReference.Parse(reference));
        if (Resource(target.WithoutFragment()) is not { } resource)
        {
            return null;
        }

        var fragment = Uri.UnescapeDataString(target.Fragment ?? "");
        return fragment.Length == 0 ? resource.Root
            : fragment[0] == '/' ? Follow(resource, fragment)
            : resource.Anchors.GetValueOrDefault(fragment);
    }

    /// <summary>The place of a schema in a document; a place that is not one of the known ones is indexed now.</summary>
    internal SchemaLocation? Locate(SchemaResource resource, string pointer, JsonElement element)
    {
        if (!resource.Document.Locations.ContainsKey(pointer))
        {
            Index(resource, pointer, element);
        }

        return resource.Document.Locations.GetValueOrDefault(pointer);
    }

    private void Index(SchemaResource resource, string pointer, JsonElement schema)
    {
        if (++_locations > options.Limits.Subschemas)
        {
            if (_locations == options.Limits.Subschemas + 1)
            {
                refusals.Add(SchemaRefusals.TooLarge("subschemas"));
            }

            return;
        }

        if (schema.ValueKind is not (JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False))
        {
            refusals.Add(SchemaRefusals.NotASchema(pointer));
            return;
        }

        if (schema.ValueKind == JsonValueKind.Object)
        {
            resource = Identified(resource, pointer, schema);
        }

        var location = new SchemaLocation(resource, pointer, schema);
        resource.Document.Locations[pointer] = location;
        Name(location, "$anchor", resource.Anchors);
        Name(location, "$dynamicAnchor", resource.Anchors);
        Name(location, "$dynamicAnchor", resource.DynamicAnchors);
        foreach (var (relative, element) in Subschemas.Of(schema))
        {
            Index(resource, pointer + relative, element);
        }
    }

    // A schema with $id, and the top of a document, is a resource of its own, and may choose its dialect.
    private SchemaResource Identified(SchemaResource parent, string pointer, JsonElement schema)
    {
        var id = schema.TryGetProperty("$id", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        if (id is null && pointer.Length > 0)
        {
            return parent;
        }

        var identifier = UriReference.Parse(id ?? "");
        if (identifier.Fragment is { Length: > 0 })
        {
            refusals.Add(SchemaRefusals.Keyword("$id", pointer, "must not have a fragment"));
        }

        var uri = parent.Uri.Resolve(identifier).WithoutFragment();
        var resource = new SchemaResource(parent.Document, uri, pointer, schema, DialectOf(schema) ?? parent.Dialect);
        if (!_resources.TryAdd(uri, resource))
        {
            refusals.Add(SchemaRefusals.Duplicate(uri, pointer));
        }

        return resource;
    }

    private Dialect? DialectOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("$schema", out var named) || named.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var uri = UriReference.Parse(named.GetString()!).WithoutFragment();
        var meta = MetaSchemas.Find(uri) ?? options.Resolver(uri);
        var dialect = meta is { ValueKind: JsonValueKind.Object } ? Dialect.Of(meta.Value) : null;
        if (dialect is null)
        {
            refusals.Add(SchemaRefusals.UnknownDialect(uri));
        }

        return dialect;
    }

    private void Name(SchemaLocation location, string keyword, Dictionary<string, SchemaLocation> names)
    {
        if (location.Element.ValueKind == JsonValueKind.Object
            && location.Element.TryGetProperty(keyword, out var name) && name.ValueKind == JsonValueKind.String
            && !names.TryAdd(name.GetString()!, location) && names[name.GetString()!].Pointer != location.Pointer)
        {
            refusals.Add(SchemaRefusals.Duplicate(name.GetString()!, location.Pointer));
        }
    }

    private SchemaResource? Resource(string uri)
    {
        if (_resources.TryGetValue(uri, out var known))
        {
            return known;
        }

        if (!_unknown.Add(uri) || (MetaSchemas.Find(uri) ?? options.Resolver(uri)) is not { } document)
        {
            return null;
        }

        return Add(document.Clone(), uri);
    }

    private SchemaLocation? Follow(SchemaResource resource, string fragment)
    {
        var (pointer, element) = (resource.Pointer, resource.Element);
        foreach (var token in fragment.Split('/').Skip(1))
        {
            var name = InstancePath.Unescape(token);
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var property))
            {
                element = property;
            }
            else if (element.ValueKind == JsonValueKind.Array
                && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else
            {
                return null;
            }

            pointer += "/" + InstancePath.Escape(name);
            resource = resource.Document.Locations.GetValueOrDefault(pointer)?.Resource ?? resource;
        }

        return Locate(resource, pointer, element);
    }
}
