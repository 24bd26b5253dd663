namespace PostMoney.Core.Demo;

/// <summary>A town that was made for looking around: nothing in it is real, and everybody knows its passphrase.</summary>
/// <param name="Offers">How many offers were published.</param>
/// <param name="Needs">How many needs were published.</param>
public sealed record DemoTown(int Offers, int Needs)
{
    /// <summary>The passphrase of everybody whose passport the node keeps. It is public, so nothing is safe in a demo town.</summary>
    public const string Passphrase = "borrow a ladder";

    /// <summary>Whose eyes are worth looking through.</summary>
    public static IReadOnlyList<DemoSignIn> SignIns { get; } =
    [
        new("amina", "a member: an open permit with a code to read, and one that waits for her answer"),
        new("chen", "a member: a ladder to bring back"),
        new("dora", "steward of the node"),
        new("eli", "steward of the tool library"),
        new("gus", "repairs tools, steward of the tool library too"),
        new("fay", "auditor"),
    ];
}

/// <summary>Somebody as whom one can sign in, with <see cref="DemoTown.Passphrase"/>.</summary>
/// <param name="Handle">Their handle.</param>
/// <param name="Who">Who they are, in a few words.</param>
public sealed record DemoSignIn(string Handle, string Who);

/// <summary>How far a town is.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Items">Needs and offers so far.</param>
public readonly record struct DemoProgress(int Percent, int Items);
