namespace PostMoney.Core.Allocation.Policies;

/// <summary>Facts about a need and its person that a policy looks at. A round forgets the others, so a transcript cannot show them.</summary>
[Flags]
internal enum CountedFacts
{
    None = 0,
    RoundsWaited = 1,
    Urgency = 2,
    Priority = 4,
    RecentUse = 8,
}
