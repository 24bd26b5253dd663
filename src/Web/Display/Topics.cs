namespace PostMoney.Web.Display;

/// <summary>Icons and words of topics.</summary>
public static class Topics
{
    /// <summary>The icon of a topic; <c>box</c> for those that have none.</summary>
    public static string Icon(string topic) => topic is "tool" or "ride" or "compute" or "room" or "care" or "device" ? topic : "box";

    /// <summary>A topic as a word: <c>Tool</c>.</summary>
    public static string Word(string topic) => topic.Length == 0 ? "" : char.ToUpperInvariant(topic[0]) + topic[1..].Replace('-', ' ');
}
