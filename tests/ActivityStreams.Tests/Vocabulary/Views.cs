using System.Reflection;
using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Vocabulary;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Vocabulary;

/// <summary>Looks at documents through every view and every property that there is.</summary>
internal static class Views
{
    private static readonly MethodInfo _as = typeof(ActivityObject).GetMethod(nameof(ActivityObject.As))!;

    /// <summary>Each property that an object can have, once, with a kind to look at it as.</summary>
    internal static IReadOnlyList<(Type Kind, PropertyInfo Property)> All { get; } =
    [
        .. typeof(ActivityObject).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ActivityObject)) && !type.IsAbstract)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (type, property)))
            .DistinctBy(one => (one.property.DeclaringType, one.property.Name)),
    ];

    internal static T Read<T>(string json)
        where T : ActivityObject, new() => Read(json).As<T>();

    internal static ActivityObject Read(string json)
    {
        Assert.True(StrictJson.TryParse(Encoding.UTF8.GetBytes(json), out var root, out var problem), problem.ToString());
        Assert.True(ActivityObject.TryRead(root, out var document));
        return document;
    }

    internal static ActivityObject LookAtAs(this ActivityObject document, Type kind) =>
        (ActivityObject)_as.MakeGenericMethod(kind).Invoke(document, null)!;

    /// <summary>An object's value by a property; a list as its items, and nothing for an empty one.</summary>
    internal static object? ValueOf(PropertyInfo property, ActivityObject view) => property.GetValue(view) switch
    {
        string text => text,
        System.Collections.IEnumerable list => list.Cast<object>().ToList() is { Count: > 0 } items ? items : null,
        var value => value,
    };

    /// <summary>The object and all that stand in it.</summary>
    internal static IEnumerable<JsonElement> ObjectsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => ObjectsIn(member.Value)).Prepend(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(ObjectsIn),
        _ => [],
    };
}
