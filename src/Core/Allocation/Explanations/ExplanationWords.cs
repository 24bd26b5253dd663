using System.Globalization;

namespace PostMoney.Core.Allocation.Explanations;

/// <summary>An explanation as one or two friendly sentences for the person who asked.</summary>
public static class ExplanationWords
{
    private const int MinutesPerHour = 60;
    private const int MinutesPerDay = 24 * MinutesPerHour;

    /// <summary>The sentences.</summary>
    /// <param name="explanation">The facts.</param>
    /// <param name="zone">The zone in which moments are told; UTC where none is given.</param>
    public static string Of(Explanation explanation, TimeZoneInfo? zone = null) =>
        string.Join(' ', Sentences(explanation, zone ?? TimeZoneInfo.Utc));

    private static string[] Sentences(Explanation explanation, TimeZoneInfo zone) => explanation.Reason switch
    {
        Reason.Allotted =>
        [
            $"It is yours from {Text(explanation.Wanted.From, zone)} to {Text(explanation.Wanted.To, zone)}.",
        ],
        Reason.Outranked => [Outranked(explanation), InLine(explanation, zone)],
        Reason.NoUnitFree =>
        [
            "Nothing that fits your need is free for the whole of the time you asked for.",
            InLine(explanation, zone),
        ],
        Reason.Cooldown =>
        [
            "This time is too close to another use of yours; the community asks for a pause in between.",
            explanation.DifferentFrom is { } until
                ? $"You can be considered for times from {Text(until, zone)} on."
                : "You can be considered for times further from it.",
        ],
        Reason.PersonQuota =>
        [
            $"You have {explanation.Used} of the {explanation.Quota} uses that one person may have.",
            explanation.DifferentFrom is { } next
                ? $"The count starts again for times from {Text(next, zone)} on."
                : "Once you have given one back, you can be considered again.",
        ],
        Reason.NodeQuota => ["The share of people from your server is used in this round.", "Your need stays for the next one."],
        Reason.ForeignQuota => ["The share of people from other servers is used in this round.", "Your need stays for the next one."],
        Reason.NotEligible => ["No offer in this round fits your need as it is written.", "You can change it or wait for other offers."],
        Reason.Withdrawn => ["You took this need back before the round closed."],
        _ => throw new ArgumentOutOfRangeException(nameof(explanation)),
    };

    private static string Outranked(Explanation explanation) => explanation.PolicyKind switch
    {
        "least-used-first" => "It went to people who had used it less, or as little with a better ticket; "
            + $"you used it {Duration(explanation.RecentMinutes)} in the last {explanation.LookBackDays} days.",
        "needs-first" => "It went to needs that are more pressing, or as pressing with a better ticket.",
        "needs-then-access" => "It went to needs that are more pressing, or as pressing of people who had less of late.",
        "max-min" => "It went to people who had less of late for their share, or as little with a better ticket.",
        "round-robin" => "It was the turn of others this time; the first who was not reached is first in the next round.",
        "first-come" => "It went to people who asked earlier, or in the same batch with a better ticket.",
        "need-lottery" => "Other needs drew better tickets this time; each need has one.",
        "cohorts" => "Other people drew better tickets this time, and a part is kept for those that it is kept for.",
        "fair-share" => "It went to communities and people who had used less, or as little with a better ticket.",
        _ => "Other people drew better tickets this time; "
            + $"yours was {(explanation.Weight == 1 ? "your only one" : $"the best of {explanation.Weight}")}"
            + (explanation.RoundsWaited < Policies.WeightedLotteryPolicy.MaxRoundsCounted ? ", and in the next round you have more." : "."),
    };

    private static string InLine(Explanation explanation, TimeZoneInfo zone)
    {
        var place = explanation.Band switch
        {
            OddsBand.Next => "You are next in line",
            OddsBand.WithinFive => "You are among the first five in line",
            OddsBand.WithinTen => "You are among the first ten in line",
            OddsBand.WithinTwenty => "You are among the first twenty in line",
            OddsBand.WithinFifty => "You are among the first fifty in line",
            _ => "More than fifty needs are before yours in line",
        };
        return explanation.DifferentFrom is { } from
            ? $"{place}, and something that fits is free for as long from {Text(from, zone)} on."
            : $"{place}.";
    }

    private static string Duration(int minutes) => minutes switch
    {
        0 => "not at all",
        1 => "for 1 minute",
        < 2 * MinutesPerHour => Invariant($"for {minutes} minutes"),
        < 2 * MinutesPerDay => Invariant($"for {minutes / MinutesPerHour} hours"),
        _ => Invariant($"for {minutes / MinutesPerDay} days"),
    };

    private static string Text(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var mark = zone.Equals(TimeZoneInfo.Utc) ? " UTC" : "";
        return Invariant($"{local:d MMMM yyyy, HH:mm}{mark}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
