using System.Globalization;

namespace PostMoney.Benchmarks.Node;

/// <summary>What was measured, as a table that can be put into a page.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    /// <summary>Whether every limit holds.</summary>
    internal bool AllHold => _all.TrueForAll(finding => finding.Holds is not false);

    /// <summary>Notes a figure.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="unit">In what; a letter or two.</param>
    /// <param name="value">The figure.</param>
    /// <param name="baseline">The same of the baseline in this run, or null.</param>
    /// <param name="limit">The figure may not be larger, or null where it only informs.</param>
    internal void Add(string what, string unit, double value, double? baseline = null, double? limit = null)
    {
        var finding = new Finding(what, unit, value, baseline, limit);
        _all.Add(finding);
        Console.Error.WriteLine(Line(finding));
    }

    /// <summary>Prints all.</summary>
    internal void Print()
    {
        Console.WriteLine("| | measured | baseline | ratio | limit | holds |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | --- |");
        foreach (var one in _all)
        {
            Console.WriteLine(Line(one));
        }
    }

    private static string Line(Finding one)
    {
        var ratio = one.Baseline is { } against ? Text(one.Value / against, "") : "";
        return $"| {one.What} | {Text(one.Value, one.Unit)} | {Text(one.Baseline, one.Unit)} | {ratio} | {Text(one.Limit, one.Unit)} | {Word(one.Holds)} |";
    }

    private static string Word(bool? holds) => holds switch { true => "yes", false => "**no**", null => "" };

    private static string Text(double? value, string unit) => value is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(number, number < 10 ? 2 : number < 100 ? 1 : 0)} {unit}").TrimEnd()
        : "";

    private sealed record Finding(string What, string Unit, double Value, double? Baseline, double? Limit)
    {
        internal bool? Holds => Limit is { } limit ? Value <= limit : null;
    }
}
