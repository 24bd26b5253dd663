using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostMoney.Core.Demo;

/// <summary>What the people of the demo town are called and what they write. All of it is invented.</summary>
/// <remarks>Telephone numbers are from the ranges that Ofcom keeps free for drama; names of hosts end in <c>.example</c> (RFC 2606).</remarks>
internal sealed record TownText(
    NodeText Node,
    IReadOnlyList<GroupText> Groups,
    IReadOnlyList<PersonText> People,
    IReadOnlyList<ApplicantText> Applicants,
    IReadOnlyList<OfferText> Offers,
    IReadOnlyList<NeedText> Needs,
    IReadOnlyList<LateNeedText> LastDays,
    WordsText Words)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    internal static TownText Load()
    {
        var people = Read<PeopleText>("People");
        return new TownText(
            people.Node, people.Groups, people.People, people.Applicants, Read<OfferText[]>("Offers"), Read<NeedText[]>("Needs"),
            Read<LateNeedText[]>("LastDays"), Read<WordsText>("Words"));
    }

    private static T Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"PostMoney.Core.Demo.Town.{name}.json")!;
        return JsonSerializer.Deserialize<T>(stream, _json)!;
    }

    private sealed record PeopleText(NodeText Node, GroupText[] Groups, PersonText[] People, ApplicantText[] Applicants);
}

internal sealed record NodeText(string Name, string Summary, string TimeZone);

internal sealed record GroupText(string Name, string Title, string Summary, string Joining, string[] Stewards);

/// <summary>Somebody of the town.</summary>
/// <param name="Handle">What they are called in addresses.</param>
/// <param name="Name">What people call them.</param>
/// <param name="Day">When they join, in days from today.</param>
internal sealed record PersonText(string Handle, string Name, int Day)
{
    /// <summary>Who keeps their passport: <c>node</c> or <c>member</c>.</summary>
    public string Custody { get; init; } = "node";

    /// <summary>What sort of things they need.</summary>
    public string[] Tags { get; init; } = [];

    /// <summary>Groups that they join.</summary>
    public string[] Groups { get; init; } = [];

    /// <summary>What they write to the stewards; without it they come with an invitation.</summary>
    public string? Asks { get; init; }
}

internal sealed record ApplicantText(string Handle, string Name, double Hours, string Asks);

/// <summary>What needs and offers have in common.</summary>
internal abstract record ItemText
{
    public required string Topic { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Private text by part.</summary>
    public Dictionary<string, string> Secrets { get; init; } = [];

    public string Visibility { get; init; } = "node";

    /// <summary>The group that it is published for.</summary>
    public string? For { get; init; }
}

internal sealed record OfferText : ItemText
{
    public required string Id { get; init; }

    /// <summary>A handle, or the name of a group.</summary>
    public required string By { get; init; }

    public int Units { get; init; } = 1;

    /// <summary>When it is published, in days from today.</summary>
    public required int Day { get; init; }

    /// <summary>Its last day, in days from today, where it stands for long.</summary>
    public int? Until { get; init; }

    /// <summary>Days from publishing to its window, where it is for once.</summary>
    public int? Lead { get; init; }

    public TimeOnly From { get; init; }

    public TimeOnly To { get; init; }

    /// <summary>How many days later its window ends.</summary>
    public int Length { get; init; }

    public JsonElement Details { get; init; }

    public JsonElement Requirements { get; init; }

    /// <summary>Whether the members of its group alone see it.</summary>
    public bool Group { get; init; }

    /// <summary>When it is withdrawn, in days from today.</summary>
    public int? Withdrawn { get; init; }

    /// <summary>When its private text is changed, in days from today.</summary>
    public int? Revised { get; init; }

    /// <summary>Private text that takes the place of what was there.</summary>
    public Dictionary<string, string> NewSecrets { get; init; } = [];
}

/// <summary>What a need says, whoever has it and whenever.</summary>
internal abstract record AskingText : ItemText
{
    public JsonElement Constraints { get; init; }

    /// <summary>The one offer that it asks for.</summary>
    public string? Asks { get; init; }

    public bool Urgent { get; init; }
}

internal sealed record NeedText : AskingText
{
    /// <summary>Those who may have it, by handle.</summary>
    public string[] By { get; init; } = [];

    /// <summary>Those who may have it, by tag.</summary>
    public string? Who { get; init; }

    /// <summary><c>any</c>, <c>weekday</c>, <c>weekend</c>, or the first three letters of a day.</summary>
    public string On { get; init; } = "any";

    public TimeOnly From { get; init; }

    public TimeOnly To { get; init; }

    /// <summary>How many days later its window ends.</summary>
    public int Length { get; init; }

    /// <summary>Least and most days from publishing to its window.</summary>
    public int[] Lead { get; init; } = [2, 5];

    /// <summary>Its window begins and ends between these days from today.</summary>
    public int? After { get; init; }

    /// <inheritdoc cref="After"/>
    public int? Before { get; init; }

    /// <summary>How often it comes up.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Days between one and the next of the same person.</summary>
    public int? Every { get; init; }

    /// <summary>The offer whose window it shares.</summary>
    public string? With { get; init; }
}

/// <summary>A need of the last days, whose course is told.</summary>
internal sealed record LateNeedText : AskingText
{
    public required string By { get; init; }

    /// <summary>When it is published: a day and a time, or hours before now, or hours before the last draw of its topic.</summary>
    public int? Day { get; init; }

    public TimeOnly At { get; init; }

    public double? HoursAgo { get; init; }

    public double? HoursBeforeDraw { get; init; }

    public required int FromDay { get; init; }

    public required TimeOnly From { get; init; }

    public required int ToDay { get; init; }

    public required TimeOnly To { get; init; }

    /// <summary><c>accept</c> or <c>wait</c>; otherwise as it comes.</summary>
    public string? Reply { get; init; }

    /// <summary><c>never</c> or <c>damaged</c>; otherwise as it comes.</summary>
    public string? End { get; init; }

    /// <summary>Who matches it by hand where the draw did not, and why.</summary>
    public string? Steward { get; init; }

    public string? Reason { get; init; }
}

/// <summary>What people say of it afterwards, by topic.</summary>
internal sealed record WordsText(
    Dictionary<string, string[]> Well,
    Dictionary<string, string[]> Condition,
    Dictionary<string, string[]> Partly,
    Dictionary<string, string[]> Failed,
    string[] Owner,
    DamageText[] Damage,
    string[] Matching,
    Dictionary<string, string> Revoking);

internal sealed record DamageText(string[] Offers, string Problem, string Repair, string Done);
