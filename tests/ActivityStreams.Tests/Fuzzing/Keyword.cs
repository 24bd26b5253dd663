namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>The names that mean something to JSON-LD whatever the context says.</summary>
internal static class Keyword
{
    public static IReadOnlyList<string> All { get; } =
    [
        "@context", "@id", "@type", "@value", "@list", "@set", "@graph", "@reverse", "@index", "@included", "@language", "@nest",
        "@direction", "@container", "@base", "@vocab", "@protected", "@propagate", "@import", "@version", "@prefix", "@json", "@none",
    ];
}
