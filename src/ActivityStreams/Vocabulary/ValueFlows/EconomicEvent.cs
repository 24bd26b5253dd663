namespace PostMoney.ActivityStreams.Vocabulary.ValueFlows;

/// <summary>What has happened.</summary>
/// <remarks>ValueFlows 1.0, <c>EconomicEvent</c>. Our outcomes map onto it.</remarks>
public sealed record EconomicEvent : EconomicFlow
{
    /// <summary>An event in which nothing has happened yet.</summary>
    public EconomicEvent()
        : base("EconomicEvent")
    {
    }

    /// <summary>The <see cref="Commitment"/> that was kept, in whole or in part.</summary>
    public ActivityObject? Fulfills { get => One<ActivityObject>("fulfills"); init => PutOne("fulfills", value); }

    /// <summary>The <see cref="Agreement"/> under which it happened.</summary>
    public ActivityObject? RealizationOf { get => One<ActivityObject>("realizationOf"); init => PutOne("realizationOf", value); }
}
