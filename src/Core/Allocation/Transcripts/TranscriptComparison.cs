using System.Runtime.InteropServices;
using System.Text.Json;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>Finds the first place where a given transcript departs from the one that its input leads to.</summary>
internal static class TranscriptComparison
{
    private static readonly Dictionary<string, string> _why = new(StringComparer.Ordinal)
    {
        ["format"] = "The format is not one that is known here.",
        ["input"] = "The input is not in canonical form, or not complete.",
        ["lock"] = "The input does not match the lock: something was changed after the round was frozen.",
        ["lockHash"] = "The hash of the lock is not that of this input.",
        ["result"] = "Drawing again gives another result.",
        ["secret"] = "The secret is not in canonical form.",
        ["seed"] = "The seed does not follow from the lock and the secret.",
        ["steps"] = "Drawing again gives another step.",
    };

    public static Verification.Broken? FirstDifference(JsonElement expected, JsonElement given)
    {
        if (Difference(expected, given) is not { } path)
        {
            return null;
        }

        var where = path.Length == 0 ? "document" : path.TrimStart('.');
        return new Verification.Broken(where, _why.GetValueOrDefault(SectionOf(where), "It holds what a transcript does not hold."));
    }

    private static string SectionOf(string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? path : path[..end];
    }

    /// <summary>The path of the first difference from here on, empty for here, or null where there is none.</summary>
    private static string? Difference(JsonElement expected, JsonElement given)
    {
        if (expected.ValueKind != given.ValueKind)
        {
            return "";
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => InObject(expected, given),
            JsonValueKind.Array => InArray(expected, given),
            JsonValueKind.String or JsonValueKind.Number =>
                JsonMarshal.GetRawUtf8Value(expected).SequenceEqual(JsonMarshal.GetRawUtf8Value(given)) ? null : "",
            _ => null,
        };
    }

    private static string? InObject(JsonElement expected, JsonElement given)
    {
        foreach (var member in expected.EnumerateObject())
        {
            var difference = given.TryGetProperty(member.Name, out var value) ? Difference(member.Value, value) : "";
            if (difference is not null)
            {
                return $".{member.Name}{difference}";
            }
        }

        return expected.GetPropertyCount() == given.GetPropertyCount() ? null : "";
    }

    private static string? InArray(JsonElement expected, JsonElement given)
    {
        var place = 0;
        using var others = given.EnumerateArray();
        foreach (var item in expected.EnumerateArray())
        {
            var difference = others.MoveNext() ? Difference(item, others.Current) : "";
            if (difference is not null)
            {
                return $"[{place}]{difference}";
            }

            place++;
        }

        return others.MoveNext() ? $"[{place}]" : null;
    }
}
