namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>A line of a profile: its name, and its value in HTML. Not cleaned: hostile until it is.</summary>
/// <remarks>schema.org's <c>PropertyValue</c> as Mastodon sends it; FEP-fb2a is a later way.</remarks>
public sealed record PropertyValue : ActivityObject
{
    /// <summary>A line without name and value.</summary>
    public PropertyValue()
        : base("PropertyValue")
    {
    }

    /// <summary>The value.</summary>
    public string? Value { get => Text("value"); init => Put("value", Values.Of(value)); }
}
