using System.Text.Json;
using System.Text.Json.Nodes;

namespace PostMoney.Core.Tests.Items;

/// <summary>Documents that somebody has had their hands on.</summary>
internal static class Altered
{
    /// <summary>A copy in which something is otherwise.</summary>
    public static JsonElement With(this JsonElement document, Action<JsonObject> change)
    {
        var copy = JsonObject.Create(document.Clone())!;
        change(copy);
        return JsonSerializer.SerializeToElement(copy);
    }

    /// <summary>Signed bytes in which something is otherwise.</summary>
    public static byte[] With(this ReadOnlyMemory<byte> record, Action<JsonObject> change) =>
        JsonSerializer.SerializeToUtf8Bytes(JsonElement.Parse(record.Span).With(change));
}
