namespace PostMoney.ActivityStreams.Tests.Security;

/// <summary>What of the groups S, O and P this library cannot decide, each with its reason.</summary>
internal static class DecidedElsewhere
{
    public static IReadOnlyDictionary<string, string> Cases { get; } = new Dictionary<string, string>
    {
        ["S-11"] = "That a request was seen before is known to whoever stores requests; the library gives the mark to store.",
        ["S-21"] = "How often keys are fetched for whom is counted by the server that fetches them.",
        ["S-22"] = "When a key is fetched again is a matter of what is stored about it.",
        ["S-23"] = "Which key counts after a change depends on the one that is stored.",
        ["S-24"] = "That a key was retired is known from the rotation that is stored.",
        ["S-30"] = "Whose key belongs to which author is asked of what is stored; the proof only says whose key it was.",
        ["S-33"] = "What a known document may still do depends on what is stored and on the clock.",
        ["S-36"] = "A move needs both actors' documents, the time of the last move, and followers.",
        ["S-37"] = "That nothing was applied, and which scheme a host understands, is known to the server.",
        ["S-38"] = "Whether an act is of this item and epoch is asked of what is stored.",
        ["O-02"] = "What is served from uploads, where and as what is the server's.",
        ["O-12"] = "Which ids are one's own is known to the server, which makes them.",
        ["O-14"] = "Members whose names are keywords are refused by whoever reads a document for what it asks.",
        ["O-15"] = "Members whose names are IRIs are refused by whoever reads a document for what it asks.",
        ["O-17"] = "Members of each kind of item are judged by its schema in the server.",
        ["O-20"] = "Who may accept is known from the item that is stored.",
        ["O-21"] = "Which page of a collection is fetched next is the server's to decide.",
        ["O-24"] = "What a member may post is judged by the server that takes it in.",
        ["O-25"] = "Whose a collection is, is known to the server that keeps it.",
        ["P-05"] = "Quantities are judged by the schema of their item.",
        ["P-08"] = "The web server reads what comes in; the library bounds what it fetches.",
        ["P-09"] = "The answer 415 is the server's; the library knows the media types.",
        ["P-10"] = "Requests are cut apart by the web server.",
        ["P-14"] = "The log is the server's.",
        ["P-15"] = "Times of items and their ranges are judged by the schema of their item.",
        ["P-16"] = "HTML is cleaned by the server that shows it.",
        ["P-18"] = "Other queries are read by the pages they belong to.",
        ["P-19"] = "Files and their names are the server's.",
        ["P-20"] = "Archives are imported by the server.",
    };
}
