using System.Text.Json;
using System.Text.Json.Serialization;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Explanations;

/// <summary>Why one need got what it got in a round. It holds facts about the person who asked, and none about anybody else.</summary>
public sealed record Explanation
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The rule that decided.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The kind of policy that ordered the claims.</summary>
    public required string PolicyKind { get; init; }

    /// <summary>What was asked for.</summary>
    public required Window Wanted { get; init; }

    /// <summary>Rounds that the need had waited before.</summary>
    public required int RoundsWaited { get; init; }

    /// <summary>The person's minutes of use within <see cref="LookBackDays"/>.</summary>
    public required int RecentMinutes { get; init; }

    /// <summary>How many days back the policy looks.</summary>
    public required int LookBackDays { get; init; }

    /// <summary>The weight of the need; null where it was not drawn.</summary>
    public int? Weight { get; init; }

    /// <summary>The person's own winning ticket, 64 hexadecimal digits, as in the transcript; null where it was not drawn.</summary>
    public string? Ticket { get; init; }

    /// <summary>Which of the person's tickets that is, from 0.</summary>
    public int? TicketNumber { get; init; }

    /// <summary>Roughly where it waits; null where it does not.</summary>
    public OddsBand? Band { get; init; }

    /// <summary>The quota of a person, where it was the person's own quota that cut.</summary>
    public int? Quota { get; init; }

    /// <summary>What the person has used of <see cref="Quota"/>.</summary>
    public int? Used { get; init; }

    /// <summary>
    /// The earliest moment from which the same wish, moved there, would not be cut by this rule: the end of a cooldown, the
    /// next period of a quota, the first time that a unit is free for as long. Null where there is none to name.
    /// </summary>
    public DateTimeOffset? DifferentFrom { get; init; }

    /// <summary>One JSON object, to be kept with the round's line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else: a fault of the database, not of a person.</exception>
    public static Explanation FromJson(string json) =>
        JsonSerializer.Deserialize<Explanation>(json, _json) ?? throw new JsonException("An explanation is an object.");
}
