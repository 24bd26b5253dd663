using System.Text;
using System.Text.Json;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>The numbers of one policy version: every parameter of its kind has a value within bounds.</summary>
public sealed class PolicyParameters
{
    private readonly SortedDictionary<string, int> _values;

    private PolicyParameters(SortedDictionary<string, int> values) => _values = values;

    /// <summary>The value of a parameter that the policy's kind has.</summary>
    public int this[string name] => _values[name];

    /// <summary>All of them, by name in ordinal order.</summary>
    public IReadOnlyDictionary<string, int> Values => _values;

    /// <summary>One canonical JSON object, as the database and the transcript keep it.</summary>
    public string ToJson() => Encoding.UTF8.GetString(CanonicalJson.Write(Write));

    /// <summary>Takes chosen values and fills in the defaults.</summary>
    /// <returns>The parameters, or one refusal for each unknown name and each value out of bounds, tied to its name.</returns>
    internal static Result<PolicyParameters> Create(
        IReadOnlyList<PolicyParameter> schema, IReadOnlyDictionary<string, long> chosen)
    {
        var refusals = chosen.Keys
            .Where(name => schema.All(parameter => parameter.Name != name))
            .Order(StringComparer.Ordinal)
            .Select(RoundRefusals.UnknownParameter)
            .ToList();
        var values = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var parameter in schema)
        {
            var value = chosen.TryGetValue(parameter.Name, out var given) ? given : parameter.Default;
            if (value < parameter.Min || value > parameter.Max)
            {
                refusals.Add(RoundRefusals.OutOfBounds(parameter.Name, parameter.Min, parameter.Max));
                continue;
            }

            values.Add(parameter.Name, (int)value);
        }

        return refusals.Count > 0 ? refusals : new PolicyParameters(values);
    }

    /// <summary>Reads an object of integers; anything else is <see cref="RoundRefusals.ParametersUnreadable"/>.</summary>
    internal static Result<IReadOnlyDictionary<string, long>> Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return RoundRefusals.ParametersUnreadable;
        }

        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Number || !member.Value.TryGetInt64(out var value)
                || !values.TryAdd(member.Name, value))
            {
                return RoundRefusals.ParametersUnreadable;
            }
        }

        return values;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in _values)
        {
            writer.WriteNumber(name, value);
        }

        writer.WriteEndObject();
    }
}
