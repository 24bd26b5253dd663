using System.Text.Json;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>How a result and its steps are written, in canonical order of members.</summary>
internal static class RoundResultJson
{
    public static void Write(Utf8JsonWriter writer, RoundResult result)
    {
        var wishes = result.Input.Needs.ToDictionary(need => need.Id, need => need.Wishes, StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteStartArray("allotted");
        foreach (var line in result.Allotted)
        {
            Write(writer, line, wishes[line.Need]);
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
        writer.WriteNumber("amount", step.Key.Amount);
        writer.WriteNumber("granted", step.Granted);
        if (step.Ticket is { } drawn)
        {
            writer.WriteString("holder", drawn.Holder);
            writer.WriteString("key", drawn.Key.Hex);
        }

        writer.WriteString("outcome", CodeOf(step.Outcome));
        writer.WriteString("person", step.Person);
        writer.WriteNumber("place", step.Key.Ticket);
        writer.WriteNumber("rank", step.Key.Rank);
        writer.WriteNumber("share", step.Key.Share);
        writer.WriteNumber("stage", step.Stage);
        if (step.Ticket is { } ticket)
        {
            writer.WriteNumber("ticket", ticket.Key.Number);
            writer.WriteNumber("weight", ticket.Weight);
        }

        writer.WriteEndObject();
    }

    private static string CodeOf(ClaimOutcome outcome) => outcome switch
    {
        ClaimOutcome.Served => "served",
        ClaimOutcome.CapReached => "cap-reached",
        _ => "no-room",
    };

    private static void Write(Utf8JsonWriter writer, RoundLine.Allotted line, IReadOnlyList<RoundWish> wishes)
    {
        writer.WriteStartObject();
        writer.WriteString("need", line.Need);
        writer.WriteString("offer", line.Offer);
        writer.WriteNumber("unit", line.Unit);
        writer.WriteNumber("wish", wishes.Select(wish => wish.Window).ToList().IndexOf(line.Window));
        writer.WriteEndObject();
    }
}
