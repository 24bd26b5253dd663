namespace PostMoney.Web.Display;

/// <summary>What a line of the log is about.</summary>
public static class LogSubject
{
    /// <summary>The address of its page, or null where there is none.</summary>
    public static string? Address(string subject) => subject.Split(':', 2) switch
    {
        ["item", var id] => $"/items/{id}",
        ["round", var id] => $"/rounds/{id}",
        ["assignment", var id] => $"/assignments/{id}",
        _ => null,
    };

    /// <summary>Briefly: <c>item 018f…3a2c</c>.</summary>
    public static string Text(string subject) => subject.Split(':', 2) switch
    {
        [var kind, { Length: 36 } id] => $"{kind} {id[..4]}…{id[^4..]}",
        [var kind, var name] => $"{kind} {name}",
        _ => subject,
    };

    /// <summary>Who did it, where no name is known: <c>the node</c>, or the ends of a passport.</summary>
    public static string Actor(string actor) =>
        actor == "node" ? "The node" : actor.Length > 24 ? $"{actor[..16]}…{actor[^6..]}" : actor;
}
