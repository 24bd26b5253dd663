using System.Numerics;

namespace PostMoney.Fairness.History;

/// <summary>Lets past access fade: after as many periods as the half-life it counts half. Integers only, always rounded down.</summary>
/// <remarks>
/// Once a period y ← ⌊y · m ÷ 2^32⌋ with m = round(2^32 · 2^(−1/half-life)); allocation.md §2.4. Without it newcomers get far
/// more than old members. A hard quota is counted by itself and never fades: one counter for both lets the quota leak.
/// </remarks>
public sealed class AccessDecay
{
    /// <summary>The longest half-life, in periods: ten years of weeks.</summary>
    public const int LongestHalfLife = 520;

    private const int Bits = 32;

    private AccessDecay(uint multiplier) => Multiplier = multiplier;

    /// <summary>What access is multiplied with once a period, in 1/2^32.</summary>
    public uint Multiplier { get; }

    /// <summary>By half-life.</summary>
    /// <param name="periods">1 to <see cref="LongestHalfLife"/>.</param>
    public static AccessDecay WithHalfLife(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, LongestHalfLife);

        // The whole number nearest to the root of 2^(32·periods − 1); (2m + 1) against twice the root decides at the half.
        var power = BigInteger.One << ((Bits * periods) - 1);
        var (low, high) = (0UL, 1UL << Bits);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = BigInteger.Pow(middle, periods) <= power ? (middle, high) : (low, middle);
        }

        var isAboveHalf = BigInteger.Pow((2 * low) + 1, periods) <= power << periods;
        return new AccessDecay((uint)(isAboveHalf ? low + 1 : low));
    }

    /// <summary>What is left of an access.</summary>
    /// <param name="access">0 or more, in thousandths of a use.</param>
    /// <param name="periods">How many have gone by since it was last counted; rounded down after each.</param>
    public long After(long access, int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(access);
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        for (; periods > 0 && access > 0; periods--)
        {
            access = (long)(((UInt128)access * Multiplier) >> Bits);
        }

        return access;
    }

    /// <summary>The access with which somebody new begins: the middle of what those have who are there, the lower of two; 0 where nobody is.</summary>
    /// <remarks>Beginning at zero would put every newcomer before everybody else for weeks.</remarks>
    public static long OfNewcomer(IEnumerable<long> others) =>
        others.Order().ToArray() is { Length: > 0 } ordered ? ordered[(ordered.Length - 1) / 2] : 0;
}
