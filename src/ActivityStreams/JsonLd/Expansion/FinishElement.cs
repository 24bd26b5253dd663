using PostMoney.ActivityStreams.JsonLd.Contexts;
using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Expansion;

/// <summary>Checks an expanded object and drops what says nothing (JSON-LD 1.1 API §5.1.2, steps 15 to 19).</summary>
internal static class FinishElement
{
    internal static Value? Apply(Run run, MapValue result, string? property)
    {
        Value? finished = result;
        if (result.TryGet(Keywords.Value, out var value))
        {
            finished = CheckValueObject(run, result, value) ? result : null;
        }
        else if (result.TryGet(Keywords.Type, out var type) && type is not ListValue)
        {
            result.Set(Keywords.Type, new ListValue(type));
        }
        else if (result.Has(Keywords.Set) || result.Has(Keywords.List))
        {
            CheckSetOrList(result);
            finished = result.Get(Keywords.Set) ?? result;
        }

        if (finished is NullValue || (finished is MapValue { Count: 1 } alone && alone.Has(Keywords.Language)))
        {
            return null;
        }

        if (property is not (null or Keywords.Graph) || finished is not MapValue map || !FloatsFree(map))
        {
            return finished;
        }

        if (map.Count > 0)
        {
            run.Lose();
        }

        return null;
    }

    // False for the null value.
    private static bool CheckValueObject(Run run, MapValue result, Value value)
    {
        var hasText = result.Has(Keywords.Language) || result.Has(Keywords.Direction);
        result.TryGet(Keywords.Type, out var type);
        if (result.Members.Exists(member => !IsValueMember(member.Key)) || (hasText && type is not null))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidValueObject);
        }

        if (type?.Text == Keywords.Json)
        {
            return true;
        }

        if (value.IsNull)
        {
            return false;
        }

        if (value is not TextValue && result.Has(Keywords.Language))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidLanguageTaggedValue);
        }

        if (type is not null && !(type.Text is { } iri && (Iris.IsAbsolute(iri) || (run.IsOneZero && Iris.IsBlank(iri)))))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidTypedValue);
        }

        return true;
    }

    private static bool IsValueMember(string name) =>
        name is Keywords.Value or Keywords.Type or Keywords.Language or Keywords.Direction or Keywords.Index;

    private static void CheckSetOrList(MapValue result)
    {
        if (result.Count > 2 || (result.Count == 2 && !result.Has(Keywords.Index)))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidSetOrListObject);
        }
    }

    private static bool FloatsFree(MapValue map) =>
        map.Count == 0 || map.Has(Keywords.Value) || map.Has(Keywords.List) || (map.Count == 1 && map.Has(Keywords.Id));
}
