using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>Which uses count against the same personal quota: those that begin in the same period of a fixed grid.</summary>
/// <remarks>
/// The period hangs on the need's wanted window, not on where it ends up, and the grid is fixed from 1970-01-01 UTC on:
/// a rolling quota would make the order of bookings matter.
/// </remarks>
public static class ChargingPeriod
{
    /// <summary>The period that a use beginning at <paramref name="from"/> is charged to.</summary>
    /// <param name="from">Start of the wanted window.</param>
    /// <param name="days">The policy's <see cref="Policies.SharedParameters.QuotaPeriodDays"/>.</param>
    /// <returns>The period; null for zero days, where everything counts that the person holds or is promised now.</returns>
    public static Window? Around(DateTimeOffset from, int days)
    {
        if (days == 0)
        {
            return null;
        }

        var start = DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(IndexOf(from, days) * days * TimeSpan.TicksPerDay);
        return new Window(start, start.AddDays(days));
    }

    /// <summary>The number of the period, below zero before 1970; zero where there is no period.</summary>
    internal static long IndexOf(DateTimeOffset from, int days)
    {
        if (days == 0)
        {
            return 0;
        }

        var (whole, rest) = Math.DivRem((from - DateTimeOffset.UnixEpoch).Ticks, days * TimeSpan.TicksPerDay);
        return rest < 0 ? whole - 1 : whole;
    }
}
