using System.Text.Json;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>How a result and its steps are written, in canonical order of members.</summary>
internal static class RoundResultJson
{
    public static void Write(Utf8JsonWriter writer, RoundResult result)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("allotted");
        foreach (var line in result.Allotted)
        {
            Write(writer, new DrawPlace(line.Need, line.Offer, line.Unit));
        }

        writer.WriteEndArray();
        writer.WriteStartArray("refused");
        foreach (var line in result.Refused)
        {
            writer.WriteStartObject();
            writer.WriteString("need", line.Need);
            writer.WriteString("reason", line.Reason.CodeOf());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("waiting");
        foreach (var line in result.Waiting)
        {
            writer.WriteStartObject();
            writer.WriteString("need", line.Need);
            writer.WriteNumber("place", line.Place);
            writer.WriteString("reason", line.Reason.CodeOf());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, DrawStep step)
    {
        writer.WriteStartObject();
        writer.WriteNumber("granted", step.Granted);
        writer.WriteString("key", step.Key.Hex);
        if (step.Moved.Count > 0)
        {
            writer.WriteStartArray("moved");
            foreach (var place in step.Moved)
            {
                Write(writer, place);
            }

            writer.WriteEndArray();
        }

        writer.WriteString("need", step.Need);
        if (step.Placed is { } placed)
        {
            writer.WriteString("offer", placed.Offer);
        }

        writer.WriteStartArray("rank");
        writer.WriteNumberValue(step.Rank.First);
        writer.WriteNumberValue(step.Rank.Second);
        writer.WriteEndArray();
        writer.WriteString("reason", step.Reason.CodeOf());
        writer.WriteNumber("ticket", step.Key.Number);
        if (step.Placed is { } unit)
        {
            writer.WriteNumber("unit", unit.Unit);
        }

        writer.WriteNumber("weight", step.Weight);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DrawPlace place)
    {
        writer.WriteStartObject();
        writer.WriteString("need", place.Need);
        writer.WriteString("offer", place.Offer);
        writer.WriteNumber("unit", place.Unit);
        writer.WriteEndObject();
    }
}
