using System.Globalization;
using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Categories;

namespace PostMoney.Web.Display;

/// <summary>Words for what stewards attest.</summary>
public static class FairnessWords
{
    private static readonly string[] _classes = ["most pressing", "pressing", "somewhat pressing", "ordinary"];

    /// <summary>Classes of a need, the most pressing first.</summary>
    public static IReadOnlyList<FieldOption> Classes { get; } =
        [.. _classes.Select((words, value) => new FieldOption(value.ToString(CultureInfo.InvariantCulture), $"{char.ToUpperInvariant(words[0])}{words[1..]}"))];

    /// <summary>What can be attested about a member: kind and value.</summary>
    public static IReadOnlyList<FieldOption> OfMember { get; } =
    [
        new("cohort-1", "Places that are kept for some are kept for them"),
        new("cohort-0", "Places that are kept for some are not kept for them"),
        .. Enumerable.Range(1, 8).Select(share => new FieldOption(
            $"share-{share}", share == 1 ? "Their share is like everybody's" : $"Their share is {share} times that of others")),
    ];

    /// <summary>Reads one of <see cref="OfMember"/>; null for anything else.</summary>
    public static (AttestationKind Kind, int Value)? Read(string? option) => OfMember.Any(known => known.Value == option)
        ? (option!.StartsWith("cohort", StringComparison.Ordinal) ? AttestationKind.Cohort : AttestationKind.Share, option[^1] - '0')
        : null;

    /// <summary>What was attested, to whom it concerns.</summary>
    public static string Of(AttestedLine line) => line.Kind switch
    {
        AttestationKind.NeedClass => _classes[line.Value],
        AttestationKind.Cohort => line.Value == 1 ? "Places that are kept for some are kept for you" : "Places that are kept for some are not kept for you",
        _ => line.Value == 1 ? "Your share is like everybody's" : $"Your share is {line.Value} times that of others",
    };

    /// <summary>What was attested about a member, to stewards.</summary>
    public static string OfOther(AttestedLine line) =>
        OfMember.First(option => option.Value == $"{(line.Kind == AttestationKind.Cohort ? "cohort" : "share")}-{line.Value}").Label;
}
