using System.Net;

namespace PostMoney.Web.Tests.BadInput;

/// <summary>What came back, with what must never be in it.</summary>
public sealed record Answer(HttpStatusCode Status, string Type, string Body)
{
    private static readonly string[] _neverSaid =
        [OddTown.Canary, "   at PostMoney", "   at Microsoft", "   at System", "Exception", "SQLite", "node.key", "node.db"];

    /// <summary>Reads it to its end.</summary>
    public static async Task<Answer> ReadAsync(HttpResponseMessage message) => new(
        message.StatusCode, message.Content.Headers.ContentType?.MediaType ?? "", await message.Content.ReadAsStringAsync());

    /// <summary>What is wrong with the answer whatever was asked: it broke, or tells of the inside.</summary>
    public string? Fault => (int)Status >= 500
        ? $"answered {(int)Status}"
        : Array.Find(_neverSaid, word => Body.Contains(word, StringComparison.Ordinal)) is { } said ? $"said \"{said}\"" : null;

    /// <summary>Whether the page says something is wrong beside this field; with an empty name, above the form.</summary>
    public bool SaysAt(string field) => Type == "application/json"
        ? Body.Contains($"\"field\":\"{field}\"", StringComparison.Ordinal)
        : field.Length == 0
            ? Body.Contains("class=\"error-summary\"", StringComparison.Ordinal)
            : Body.Contains($"id=\"{field}-error\"", StringComparison.Ordinal) || Body.Contains($"href=\"#{field}\"", StringComparison.Ordinal);
}
