using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PostMoney.Core.Categories.JsonSchemas.Patterns;

/// <summary>Compiles a regular expression of ECMA-262 (flag <c>u</c>, case-sensitive) to one of .NET that means the same.</summary>
/// <remarks>
/// JSON Schema core §6.4. Where the expression has neither backward references nor assertions it runs in time linear to the text;
/// otherwise the match time is the only guard. Not understood, hence refused: scripts and binary properties other than
/// Alphabetic, ASCII and Any; modifiers; the flag <c>v</c>.
/// </remarks>
internal static class EcmaPattern
{
    /// <summary>Compiles the expression; false when it is not one, or not one that we understand.</summary>
    internal static bool TryCompile(string pattern, SchemaLimits limits, [NotNullWhen(true)] out Regex? regex)
    {
        regex = null;
        if (new PatternReader(pattern).Translate() is not { } translated)
        {
            return false;
        }

        regex = Linear(translated, limits.MatchTime) ?? (limits.LinearPatternsOnly ? null : Backtracking(translated, limits.MatchTime));
        return regex is not null;
    }

    private static Regex? Linear(string translated, TimeSpan matchTime)
    {
        try
        {
            return new Regex(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, matchTime);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static Regex? Backtracking(string translated, TimeSpan matchTime)
    {
        try
        {
            return new Regex(translated, RegexOptions.CultureInvariant, matchTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
