namespace PostMoney.ActivityStreams.Vocabulary.ValueFlows;

/// <summary>How much of something: a number and its unit.</summary>
/// <remarks>Ontology of Units of Measure 2 (om-2), as ValueFlows and FEP-0837 use it.</remarks>
public sealed record Measure : ActivityObject
{
    /// <summary>A decimal number, written as text; at most 28 digits.</summary>
    public decimal? HasNumericalValue { get => Values.Quantity(Sole("hasNumericalValue")); init => Put("hasNumericalValue", Values.Of(value)); }

    /// <summary>A unit of om-2 by its name, such as <c>one</c> or <c>second</c>, or by its IRI.</summary>
    public string? HasUnit
    {
        get => Text("hasUnit") ?? One<ActivityObject>("hasUnit")?.Text("id");
        init => Put("hasUnit", Values.Of(value));
    }

    /// <summary>So many of something that is counted.</summary>
    public static Measure Count(long number) => new() { HasUnit = "one", HasNumericalValue = number };
}
