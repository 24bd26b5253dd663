using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas.Compiling;
using PostMoney.Core.Categories.JsonSchemas.Evaluating;

namespace PostMoney.Core.Categories.JsonSchemas.Keywords;

/// <summary><c>required</c>. The problem is told at the property that is missing.</summary>
internal sealed class RequiredKeyword(IReadOnlyList<string> names) : Keyword
{
    internal static Keyword? From(KeywordSource source) => source.Names() is { } names ? new RequiredKeyword(names) : null;

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run) =>
        instance.ValueKind != JsonValueKind.Object || names.Aggregate(true, (holds, name) => Has(name, instance, path, run) && holds);

    private static bool Has(string name, JsonElement instance, InstancePath path, Evaluation run) =>
        (run.Spend(1) && instance.TryGetProperty(name, out _)) || run.Fail(path.Property(name), "required", "is needed");
}

/// <summary><c>dependentRequired</c>: needed because something else is given.</summary>
internal sealed class DependentRequiredKeyword(IReadOnlyList<(string Given, IReadOnlyList<string> Needed)> rules) : Keyword
{
    internal static Keyword? From(KeywordSource source)
    {
        if (source.Value.ValueKind != JsonValueKind.Object || source.Value.EnumerateObject().Any(p => !AreNames(p.Value)))
        {
            source.Refuse("must be an object of lists of names");
            return null;
        }

        return new DependentRequiredKeyword([.. source.Value.EnumerateObject().Select(p =>
            (p.Name, (IReadOnlyList<string>)[.. p.Value.EnumerateArray().Select(n => n.GetString()!)]))]);
    }

    internal override bool Holds(JsonElement instance, InstancePath path, Evaluated? seen, Evaluation run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        var holds = true;
        foreach (var (given, needed) in rules.Where(r => instance.TryGetProperty(r.Given, out _)))
        {
            foreach (var name in needed.Where(n => !instance.TryGetProperty(n, out _)))
            {
                holds = run.Spend(1) && run.Fail(path.Property(name), "dependentRequired", $"is needed because \"{given}\" is given");
            }
        }

        return holds;
    }

    private static bool AreNames(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(n => n.ValueKind == JsonValueKind.String)
        && list.EnumerateArray().Select(n => n.GetString()).Distinct(StringComparer.Ordinal).Count() == list.GetArrayLength();
}
