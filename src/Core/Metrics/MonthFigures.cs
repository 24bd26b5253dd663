using PostMoney.Core.Foundation;

namespace PostMoney.Core.Metrics;

/// <summary>What everybody may know of a month. No number in it tells of fewer than <see cref="PublicCount.Least"/>.</summary>
/// <param name="Month">The month.</param>
/// <param name="IsOver">Whether it is over; until then counts go in fives.</param>
/// <param name="First">The month in which the node was founded.</param>
/// <param name="Last">The month that it is now.</param>
/// <param name="Topics">Needs by topic, in the order of their names.</param>
/// <param name="Returns">What came back.</param>
/// <param name="Maintenance">What was looked after.</param>
/// <param name="RoundsDrawn">Rounds that were drawn.</param>
/// <param name="Policies">The rules that held when the month ended, or hold now.</param>
public sealed record MonthFigures(
    Month Month, bool IsOver, Month First, Month Last, IReadOnlyList<TopicFigures> Topics, ReturnFigures Returns,
    MaintenanceFigures Maintenance, PublicCount RoundsDrawn, IReadOnlyList<PolicyInForce> Policies);

/// <summary>How needs of one topic fared.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Asked">Needs that were published in the month and not taken back.</param>
/// <param name="Met">Those of them that were given something by now.</param>
/// <param name="FillRate">Met of asked in per cent; null where one of the two is too small to be told.</param>
/// <param name="Assigned">Needs that were given something for the first time in the month, whenever they were published.</param>
/// <param name="MedianHours">Hours from publishing to that; null where they are too few.</param>
public sealed record TopicFigures(string Topic, PublicCount Asked, PublicCount Met, int? FillRate, PublicCount Assigned, int? MedianHours);

/// <summary>How things came back.</summary>
/// <param name="Due">Permits that came to their end in the month, after use.</param>
/// <param name="OnTime">Those of them that were told back within an hour of their end.</param>
/// <param name="Rate">On time of due in per cent; null where one of the two is too small to be told.</param>
public sealed record ReturnFigures(PublicCount Due, PublicCount OnTime, int? Rate);

/// <summary>How things were looked after.</summary>
/// <param name="Opened">Tickets that were opened in the month.</param>
/// <param name="Closed">Tickets that were resolved or retired in the month.</param>
/// <param name="Backlog">Units that still waited when it ended, or wait now.</param>
public sealed record MaintenanceFigures(PublicCount Opened, PublicCount Closed, PublicCount Backlog);

/// <summary>A policy and since when it holds.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Version">Which version.</param>
/// <param name="Kind">Which algorithm.</param>
/// <param name="Parameters">Its parameters as JSON.</param>
/// <param name="Hash">SHA-256, in hexadecimal; transcripts name it.</param>
/// <param name="EffectiveAt">From when rounds open with it.</param>
/// <param name="Pools">Names of the open pools that go by it now.</param>
public sealed record PolicyInForce(
    string Name, int Version, string Kind, string Parameters, string Hash, DateTimeOffset EffectiveAt, IReadOnlyList<string> Pools);
