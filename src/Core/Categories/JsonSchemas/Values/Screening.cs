using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas.Values;

/// <summary>One look over a whole JSON value before anything reads it, so that nothing later can throw or explode.</summary>
/// <remarks>Hazards: half a surrogate pair makes <c>GetString</c> throw; a name given twice is read differently by different readers.</remarks>
internal sealed class Screening(int mostValues, int greatestDepth)
{
    private int _values;

    /// <summary>The first thing that is wrong, with where; null when all is well.</summary>
    internal SchemaProblem? FirstFault(JsonElement value) => Fault(value, "", 0);

    private SchemaProblem? Fault(JsonElement value, string path, int depth)
    {
        if (++_values > mostValues || depth > greatestDepth)
        {
            return new SchemaProblem(path, "size", "is too large or too deeply nested");
        }

        return value.ValueKind switch
        {
            JsonValueKind.Undefined => new SchemaProblem(path, "value", "is missing"),
            JsonValueKind.Number => JsonNumber.TryParse(value.GetRawText(), out _)
                ? null
                : new SchemaProblem(path, "number", "is too long a number"),
            JsonValueKind.String => TryRead(value.GetString) ? null : BrokenText(path),
            JsonValueKind.Array => FaultInArray(value, path, depth),
            JsonValueKind.Object => FaultInObject(value, path, depth),
            _ => null,
        };
    }

    private SchemaProblem? FaultInArray(JsonElement array, string path, int depth)
    {
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            if (Fault(item, $"{path}/{index++}", depth + 1) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private SchemaProblem? FaultInObject(JsonElement value, string path, int depth)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!TryRead(() => property.Name))
            {
                return BrokenText(path);
            }

            if (!names.Add(property.Name))
            {
                return new SchemaProblem(path, "names", "names the same property twice");
            }

            if (Fault(property.Value, $"{path}/{InstancePath.Escape(property.Name)}", depth + 1) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static SchemaProblem BrokenText(string path) => new(path, "text", "contains broken text");

    // System.Text.Json offers no other way to ask whether a string is well-formed UTF-16.
    private static bool TryRead(Func<string?> read)
    {
        try
        {
            return read() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
