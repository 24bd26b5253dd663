using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Core.Operations;

/// <summary>The pools and policies that a new node begins with; stewards change them as they learn.</summary>
internal static class StartingPools
{
    internal static IReadOnlyList<StartingPool> All { get; } =
    [
        new("Tools", "tool", "tools", "least-used-first", 24, Limits(perPerson: 3, days: 30, pause: 0)),
        new("Rides", "ride", "rides", "weighted-lottery", 12, Limits(perPerson: 8, days: 30, pause: 0)),
        new("Compute", "compute", "compute", "least-used-first", 24, Limits(perPerson: 4, days: 7, pause: 0)),
        new("Rooms", "room", "rooms", "weighted-lottery", 24, Limits(perPerson: 4, days: 30, pause: 0)),
        new("Care", "care", "care", "weighted-lottery", 24, Limits(perPerson: 6, days: 30, pause: 0)),
        new("Devices", "device", "devices", "weighted-lottery", 48, Limits(perPerson: 2, days: 60, pause: 0)),
    ];

    private static Dictionary<string, long> Limits(long perPerson, long days, long pause) => new(StringComparer.Ordinal)
    {
        [SharedParameters.QuotaPerPerson] = perPerson,
        [SharedParameters.QuotaPeriodDays] = days,
        [SharedParameters.CooldownHours] = pause,
    };
}

/// <summary>A pool to begin with.</summary>
internal sealed record StartingPool(
    string Name, string Topic, string PolicyName, string PolicyKind, int RoundHours, IReadOnlyDictionary<string, long> Parameters);
