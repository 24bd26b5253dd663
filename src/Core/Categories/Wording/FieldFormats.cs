using System.Globalization;
using System.Text.RegularExpressions;
using PostMoney.Core.Categories.JsonSchemas;

namespace PostMoney.Core.Categories.Wording;

/// <summary>The formats of days, moments and times that fields have, each asserted when an item is checked.</summary>
internal static partial class FieldFormats
{
    /// <summary>How <see cref="FieldType.Date"/> is written.</summary>
    internal const string Day = "yyyy-MM-dd";

    /// <summary>How <see cref="FieldType.Time"/> is written.</summary>
    internal const string TimeOfDay = "HH:mm";

    /// <summary>The formats that a schema may name, with their checks.</summary>
    internal static IReadOnlyDictionary<string, FormatCheck> Asserted { get; } = new Dictionary<string, FormatCheck>
    {
        ["date"] = IsDate,
        ["date-time"] = text => Moment(text) is not null,
    };

    /// <summary>Whether the text is a time of day.</summary>
    internal static bool IsTime(string text) => TimeOnly.TryParseExact(text, TimeOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether the text is a day.</summary>
    internal static bool IsDate(string text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The moment that a text of RFC 3339 names, or null.</summary>
    internal static DateTimeOffset? Moment(string text) =>
        Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Rfc3339();
}
