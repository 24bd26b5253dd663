using PostMoney.Core.Categories;
using PostMoney.Core.Moderation;

namespace PostMoney.Web.Display;

/// <summary>Words for reports and decisions.</summary>
public static class SafetyWords
{
    /// <summary>What a report can be about.</summary>
    public static IReadOnlyList<FieldOption> Categories { get; } =
    [
        new("unkind", "Insults, pestering or hate"),
        new("unsafe", "Somebody is in danger"),
        new("spam", "Advertising, or the same again and again"),
        new("unlawful", "Against the law"),
        new("rules", "Against the rules of this community"),
        new("other", "Something else"),
    ];

    /// <summary>What can come of a report.</summary>
    public static IReadOnlyList<FieldOption> Outcomes { get; } =
    [
        new("nothing", "Nothing has to be done"),
        new("removed", "Take the posts away"),
        new("warned", "Warn them"),
        new("limited", "Limit them: seen by those who follow them alone"),
        new("suspended", "Suspend them"),
    ];

    /// <summary>What can be decided about somebody.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
    [
        new("warning", "Warn: they are told, nothing else follows"),
        new("limit", "Limit: what they say is seen by those who follow them alone"),
        new("suspension", "Suspend: they are signed out everywhere and kept out"),
    ];

    /// <summary>For how long.</summary>
    public static IReadOnlyList<FieldOption> Lengths { get; } =
        [new("1", "A day"), new("7", "A week"), new("30", "30 days"), new("90", "90 days"), new("365", "A year"), new("0", "Until a steward lifts it")];

    /// <summary>What a report is about.</summary>
    public static string Of(ReportCategory category) =>
        Categories.First(option => string.Equals(option.Value, category.ToString(), StringComparison.OrdinalIgnoreCase)).Label;

    /// <summary>What came of a report, as whoever told it reads it.</summary>
    public static string Of(ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Nothing => "The stewards looked into it and found nothing to do.",
        ReportOutcome.Removed => "What was said was taken away.",
        ReportOutcome.Warned => "They were warned.",
        ReportOutcome.Limited => "They were limited.",
        _ => "They were suspended.",
    };

    /// <summary>What was decided, as a badge.</summary>
    public static StateLabel Of(SanctionKind kind) => kind switch
    {
        SanctionKind.Warning => new("pending", "alert", "Warning"),
        SanctionKind.Limit => new("held", "eye-off", "Limit"),
        _ => new("suspended", "ban", "Suspension"),
    };

    /// <summary>Reads a choice of <see cref="Categories"/>.</summary>
    public static ReportCategory? Category(string choice) => Read<ReportCategory>(choice, Categories);

    /// <summary>Reads a choice of <see cref="Outcomes"/>.</summary>
    public static ReportOutcome? Outcome(string choice) => Read<ReportOutcome>(choice, Outcomes);

    /// <summary>Reads a choice of <see cref="Kinds"/>.</summary>
    public static SanctionKind? Kind(string choice) => Read<SanctionKind>(choice, Kinds);

    /// <summary>Reads a choice of <see cref="Lengths"/>: whether it is one, and the days; null without an end.</summary>
    public static bool TryDays(string choice, out int? days)
    {
        days = int.TryParse(choice, System.Globalization.CultureInfo.InvariantCulture, out var read) && read > 0 ? read : null;
        return Lengths.Any(option => option.Value == choice);
    }

    private static T? Read<T>(string choice, IReadOnlyList<FieldOption> options)
        where T : struct, Enum => options.Any(option => option.Value == choice) && Enum.TryParse<T>(choice, ignoreCase: true, out var read) ? read : null;
}
