using PostMoney.ActivityStreams.Origins;

namespace PostMoney.ActivityStreams.Vocabulary.ValueFlows;

/// <summary>What an <see cref="Intent"/>, a <see cref="Commitment"/> and an <see cref="EconomicEvent"/> have in common: something passes from one to another.</summary>
/// <remarks>ValueFlows 1.0, <c>https://w3id.org/valueflows/ont/vf#</c>.</remarks>
public abstract record EconomicFlow : ActivityObject
{
    private protected EconomicFlow(string type)
        : base(type)
    {
    }

    /// <summary>What is done, such as <c>transfer</c>, <c>use</c>, <c>deliverService</c>; a name or an IRI of ValueFlows.</summary>
    public string? Action
    {
        get => Text("action") ?? One<ActivityObject>("action")?.Text("id");
        init => Put("action", Values.Of(value));
    }

    /// <summary>What kind of thing it is, an IRI.</summary>
    public string? ResourceConformsTo
    {
        get => One<ActivityObject>("resourceConformsTo")?.Text("id");
        init => Put("resourceConformsTo", Values.Of(value));
    }

    /// <summary>Which thing it is.</summary>
    public ActivityObject? ResourceInventoriedAs { get => One<ActivityObject>("resourceInventoriedAs"); init => PutOne("resourceInventoriedAs", value); }

    /// <summary>How much of it.</summary>
    public Measure? ResourceQuantity { get => One<Measure>("resourceQuantity"); init => PutOne("resourceQuantity", value); }

    /// <summary>How much work or use, often in a unit of time.</summary>
    public Measure? EffortQuantity { get => One<Measure>("effortQuantity"); init => PutOne("effortQuantity", value); }

    /// <summary>Who gives.</summary>
    public WebId? Provider { get => IdOf("provider"); init => Put("provider", Values.Of(value?.Value)); }

    /// <summary>Who is given to.</summary>
    public WebId? Receiver { get => IdOf("receiver"); init => Put("receiver", Values.Of(value?.Value)); }

    /// <summary>When it begins.</summary>
    public DateTimeOffset? HasBeginning { get => Time("hasBeginning"); init => Put("hasBeginning", Values.Of(value)); }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? HasEnd { get => Time("hasEnd"); init => Put("hasEnd", Values.Of(value)); }

    /// <summary>When it is, where that is one moment.</summary>
    public DateTimeOffset? HasPointInTime { get => Time("hasPointInTime"); init => Put("hasPointInTime", Values.Of(value)); }

    /// <summary>When it is due.</summary>
    public DateTimeOffset? Due { get => Time("due"); init => Put("due", Values.Of(value)); }

    /// <summary>Whether no more will be done about it.</summary>
    public bool? Finished { get => Flag("finished"); init => Put("finished", Values.Of(value)); }
}
