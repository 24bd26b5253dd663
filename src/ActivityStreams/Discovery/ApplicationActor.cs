namespace PostMoney.ActivityStreams.Discovery;

/// <summary>Finds the actor that stands for a whole server, in the two ways that there are.</summary>
/// <remarks>FEP-2677: a link in the list of NodeInfo documents. FEP-d556: WebFinger about the server's own address.</remarks>
public static class ApplicationActor
{
    /// <summary>The kind of link in the list of NodeInfo documents.</summary>
    public const string NodeInfoRel = "https://www.w3.org/ns/activitystreams#Application";

    /// <summary>The kind of link in WebFinger's answer.</summary>
    public const string WebFingerRel = "https://www.w3.org/ns/activitystreams#Service";

    /// <summary>Asks WebFinger about a server.</summary>
    /// <param name="origin">Its origin, <c>https://n.test</c>.</param>
    public static WebFingerQuery QueryFor(string origin) => new(origin + "/", []);

    /// <summary>What a server answers about its own address.</summary>
    public static ResourceDescriptor Describe(string origin, string actorId) => new()
    {
        Subject = origin + "/",
        Links = [new ResourceLink(WebFingerRel, Handles.ActivityJson, actorId)],
    };

    /// <summary>The actor's id in either answer; null where it names none.</summary>
    public static string? FindIn(ResourceDescriptor answer) =>
        (answer.Find(NodeInfoRel) ?? answer.Find(WebFingerRel, Handles.ActivityJson))?.Href;
}
