using System.Globalization;

namespace PostMoney.Web.Releasing;

/// <summary>How long something opened stays on a page, in minutes: longer for those who read slowly (WCAG 2.2, 2.2.1).</summary>
internal static class StaysOpen
{
    internal static int[] Choices { get; } = [1, 5, 10];

    /// <summary>One of the choices; the shortest where something else was said.</summary>
    internal static int Read(string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && Choices.Contains(minutes) ? minutes : Choices[0];
}
