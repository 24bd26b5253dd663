namespace PostMoney.ActivityStreams.Vocabulary.ValueFlows;

/// <summary>A published need or offer.</summary>
/// <remarks>ValueFlows 1.0, <c>Proposal</c>; FEP-0837. Servers that do not know it may show it as a <see cref="Note"/>.</remarks>
public sealed record Proposal : ActivityObject
{
    /// <summary>The <see cref="Purpose"/> of an offer.</summary>
    public const string Offer = "offer";

    /// <summary>The <see cref="Purpose"/> of a need.</summary>
    public const string Request = "request";

    /// <summary>A proposal without purpose.</summary>
    public Proposal()
        : base("Proposal")
    {
    }

    /// <summary><see cref="Offer"/> or <see cref="Request"/>; anything else is null.</summary>
    public string? Purpose { get => Text("purpose") is Offer or Request ? Text("purpose") : null; init => Put("purpose", Values.Of(value)); }

    /// <summary>What is offered or needed; FEP-0837 has exactly one.</summary>
    public IReadOnlyList<Intent> Publishes { get => All<Intent>("publishes"); init => PutAll("publishes", value); }

    /// <summary>What is asked in return. This project never writes it, and has to know that others do.</summary>
    public IReadOnlyList<Intent> Reciprocal { get => All<Intent>("reciprocal"); init => PutAll("reciprocal", value); }

    /// <summary>Whether quantities may be multiplied, as in a price list.</summary>
    public bool? UnitBased { get => Flag("unitBased"); init => Put("unitBased", Values.Of(value)); }

    /// <summary>From when it is open.</summary>
    public DateTimeOffset? HasBeginning { get => Time("hasBeginning"); init => Put("hasBeginning", Values.Of(value)); }

    /// <summary>Until when it is open.</summary>
    public DateTimeOffset? HasEnd { get => Time("hasEnd"); init => Put("hasEnd", Values.Of(value)); }

    /// <summary>The signed record that it shows, as text (<c>https://w3id.org/postmoney/ns#record</c>). What counts is the record; the rest is for those who do not read it.</summary>
    public string? Record { get => Text("record"); init => Put("record", Values.Of(value)); }
}
