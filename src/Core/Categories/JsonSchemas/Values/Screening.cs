using System.Text.Json;

namespace PostMoney.Core.Categories.JsonSchemas.Values;

/// <summary>One look over a whole JSON value before anything reads it, so that nothing later can throw or explode.</summary>
/// <remarks>Hazards: half a surrogate pair makes <c>GetString</c> throw; a name given twice is read differently by different readers.</remarks>
internal sealed class Screening(int mostValues, int greatestDepth)
{
    // Every value below a long name carries the name in its pointer.
    private const int LongestPath = 2000;

    private int _values;

    /// <summary>The first thing that is wrong, with where; null when all is well.</summary>
    internal SchemaProblem? FirstFault(JsonElement value) => Fault(value, InstancePath.Root, 0, 0);

    private SchemaProblem? Fault(JsonElement value, InstancePath path, int depth, int length)
    {
        if (++_values > mostValues || depth > greatestDepth || length > LongestPath)
        {
            return new SchemaProblem("", "size", "is too large or too deeply nested");
        }

        return value.ValueKind switch
        {
            JsonValueKind.Undefined => Problem(path, "value", "is missing"),
            JsonValueKind.Number when !JsonNumber.TryParse(value.GetRawText(), out _) => Problem(path, "number", "is too long a number"),
            JsonValueKind.String when !TryRead(value.GetString) => Problem(path, "text", "contains broken text"),
            JsonValueKind.Array => FaultInArray(value, path, depth, length),
            JsonValueKind.Object => FaultInObject(value, path, depth, length),
            _ => null,
        };
    }

    private SchemaProblem? FaultInArray(JsonElement array, InstancePath path, int depth, int length)
    {
        foreach (var (index, item) in array.EnumerateArray().Index())
        {
            if (Fault(item, path.Item(index), depth + 1, length + 1) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private SchemaProblem? FaultInObject(JsonElement value, InstancePath path, int depth, int length)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!TryRead(() => property.Name))
            {
                return Problem(path, "text", "contains broken text");
            }

            if (!names.Add(property.Name))
            {
                return Problem(path, "names", "names the same property twice");
            }

            if (Fault(property.Value, path.Property(property.Name), depth + 1, length + property.Name.Length) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static SchemaProblem Problem(InstancePath path, string keyword, string message) => new(path.ToString(), keyword, message);

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
