using System.Globalization;

namespace PostMoney.Core.Foundation;

/// <summary>How often something happened, as strangers may read it: a few people could be recognised, so fewer than five are "&lt;5".</summary>
/// <remarks>Nought counts among the few: to know that nobody did tells of everybody. The exact number cannot be taken out again.</remarks>
public readonly struct PublicCount : IEquatable<PublicCount>
{
    /// <summary>The smallest number that is told.</summary>
    public const int Least = 5;

    private readonly int _shown;

    private PublicCount(int exact) => _shown = exact < Least ? 0 : exact;

    /// <summary>Whether it is too small to be told.</summary>
    public bool IsHidden => _shown == 0;

    /// <summary>The number where it is told, or null.</summary>
    public int? Number => IsHidden ? null : _shown;

    /// <summary>The count of so many.</summary>
    public static PublicCount Of(int exact) => new(exact);

    /// <summary>The same, down to a whole number of fives: who reads a running count again and again learns of no single step.</summary>
    public static PublicCount InFives(int exact) => new(exact - (exact % Least));

    /// <inheritdoc />
    public bool Equals(PublicCount other) => _shown == other._shown;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is PublicCount other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _shown;

    /// <summary><c>&lt;5</c>, or the number.</summary>
    public override string ToString() => IsHidden ? $"<{Least}" : _shown.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the two read alike.</summary>
    public static bool operator ==(PublicCount one, PublicCount other) => one.Equals(other);

    /// <summary>Whether the two read differently.</summary>
    public static bool operator !=(PublicCount one, PublicCount other) => !one.Equals(other);
}
