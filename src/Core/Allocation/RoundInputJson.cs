using System.Text.Json;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>How a frozen input is written: the same bytes in the lock's leaves and in the transcript.</summary>
internal static class RoundInputJson
{
    public static void Write(Utf8JsonWriter writer, RoundInput input)
    {
        var terms = input.Terms;
        writer.WriteStartObject();
        writer.WriteString("closedAt", RoundText.Of(terms.ClosedAt));
        writer.WriteString("home", terms.Home);
        WriteList(writer, "needs", input.Needs, Write(input.Offers));
        WriteList(writer, "nodes", input.Nodes, Write);
        WriteList(writer, "offers", input.Offers, Write);
        writer.WriteString("openedAt", RoundText.Of(terms.OpenedAt));
        WriteList(writer, "people", input.People, Write);
        writer.WritePropertyName("policy");
        terms.Policy.Write(writer);
        writer.WriteString("pool", terms.Pool);
        writer.WriteString("round", terms.Round);
        writer.WriteString("seedCommitment", terms.Commitment.Hex);
        Write(writer, terms.Turn);
        writer.WriteEndObject();
    }

    /// <summary>Whose turn it is, where the policy looks at it.</summary>
    public static void Write(Utf8JsonWriter writer, RoundTurn? turn)
    {
        if (turn is not null)
        {
            writer.WriteStartObject("turn");
            writer.WriteNumber("first", turn.First);
            writer.WriteNumber("size", turn.Size);
            writer.WriteEndObject();
        }
    }

    /// <summary>A need names its offers by their place in the round's list, from 0: ids would make up most of a transcript.</summary>
    public static Action<Utf8JsonWriter, RoundNeed> Write(IReadOnlyList<RoundOffer> offers)
    {
        var places = offers.Select((offer, place) => (offer.Id, place)).ToDictionary(o => o.Id, o => o.place, StringComparer.Ordinal);
        return (writer, need) => Write(writer, need, places);
    }

    public static void Write(Utf8JsonWriter writer, RoundNode node)
    {
        writer.WriteStartObject();
        writer.WriteString("id", node.Id);
        writer.WriteNumber("uses", node.UsesSoFar);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, RoundPerson person)
    {
        writer.WriteStartObject();
        WriteUnless(0, writer, "access", person.Access);
        if (person.IsOfCohort)
        {
            writer.WriteBoolean("cohort", true);
        }

        if (person.Community.Length > 0)
        {
            writer.WriteString("community", person.Community);
        }

        writer.WriteString("id", person.Id);
        writer.WriteString("node", person.Node);
        WriteUnless(0, writer, "position", person.Position);
        writer.WriteNumber("recentMinutes", person.RecentMinutes);
        WriteUnless(1, writer, "share", person.Share);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, RoundOffer offer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", offer.Id);
        writer.WriteNumber("order", offer.Order);
        WriteList(writer, "units", offer.Units, (_, unit) =>
        {
            writer.WriteStartArray();
            foreach (var free in unit)
            {
                Write(writer, free);
            }

            writer.WriteEndArray();
        });
        writer.WritePropertyName("window");
        Write(writer, offer.Window);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RoundNeed need, Dictionary<string, int> places)
    {
        writer.WriteStartObject();
        WriteUnless(0, writer, "batch", need.Batch);
        writer.WriteString("id", need.Id);
        WriteList(writer, "offers", need.Offers, (_, offer) => writer.WriteNumberValue(places[offer]));
        writer.WriteString("person", need.Person);
        writer.WriteNumber("priority", need.Priority);
        writer.WriteNumber("submitted", need.SubmittedOrder);
        writer.WriteBoolean("urgent", need.IsUrgent);
        writer.WriteNumber("uses", need.UsesSoFar);
        writer.WriteNumber("waited", need.RoundsWaited);
        WriteList(writer, "wishes", need.Wishes, Write);
        writer.WriteBoolean("withdrawn", need.IsWithdrawn);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RoundWish wish)
    {
        writer.WriteStartObject();
        if (wish.LastUseEnd is { } lastUseEnd)
        {
            writer.WriteString("lastUseEnd", RoundText.Of(lastUseEnd));
        }

        if (wish.NextUseFrom is { } nextUseFrom)
        {
            writer.WriteString("nextUseFrom", RoundText.Of(nextUseFrom));
        }

        writer.WritePropertyName("window");
        Write(writer, wish.Window);
        writer.WriteEndObject();
    }

    private static void WriteUnless(int usual, Utf8JsonWriter writer, string name, int value)
    {
        if (value != usual)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void Write(Utf8JsonWriter writer, Window window)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(RoundText.Of(window.From));
        writer.WriteStringValue(RoundText.Of(window.To));
        writer.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
