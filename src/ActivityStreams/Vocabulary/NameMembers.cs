using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.JsonLd.Contexts;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>Finishes compaction: gives plain names also to values that are not of the type that the context says, and takes values out of their wrapping.</summary>
/// <remarks>
/// Compaction keeps the IRI as the name where a type differs, so that nothing is lost (JSON-LD 1.1 API §6.4): a quote that a
/// document gives as text rather than as an id would be unreadable. Two values of one name are put together, and are then
/// several, which is no value where one is expected (security case O-15).
/// </remarks>
internal static class NameMembers
{
    private static readonly JsonWriterOptions _writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 4 * JsonLdLimits.Depth,
    };

    internal static JsonElement Apply(JsonElement compacted)
    {
        var output = new ArrayBufferWriter<byte>(2_048);
        using var writer = new Utf8JsonWriter(output, _writing);
        Write(compacted, writer);
        writer.Flush();
        return JsonElement.Parse(output.WrittenSpan, new() { MaxDepth = _writing.MaxDepth });
    }

    private static void Write(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when Unwrap(value) is { } inner:
                Write(inner, writer);
                break;
            case JsonValueKind.Object:
                WriteMembers(value, writer);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteMembers(JsonElement value, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var named in value.EnumerateObject()
            .Where(member => !member.NameEquals(Keywords.Context))
            .GroupBy(member => NameOf(member.Name), member => member.Value, StringComparer.Ordinal))
        {
            writer.WritePropertyName(named.Key);
            if (named.ToList() is [var only])
            {
                Write(only, writer);
                continue;
            }

            writer.WriteStartArray();
            foreach (var item in named.SelectMany(Values.Items))
            {
                Write(item, writer);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static JsonElement? Unwrap(JsonElement value) =>
        value.TryGetProperty(Keywords.Value, out var inner) || value.TryGetProperty(Keywords.List, out inner) ? inner : null;

    private static string NameOf(string name) =>
        name.Contains(':', StringComparison.Ordinal)
        && ExpandIri.Apply(new Run(JsonLdOptions.Default), VocabularyContext.Active, name, vocab: true) is { } iri
            ? VocabularyContext.Names[iri].FirstOrDefault() ?? iri
            : name;
}
