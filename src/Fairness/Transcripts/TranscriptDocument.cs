namespace PostMoney.Fairness.Transcripts;

/// <summary>A round as it is published: what was locked, what was drawn, who was given what. Format alloc-transcript/1.</summary>
/// <param name="Commit">What was fixed before anybody could know the seed.</param>
/// <param name="CommitHash">SHA-256 of the canonical commitment, 32 bytes.</param>
/// <param name="Entropy">What each of the commitment's sources gave, in its order.</param>
/// <param name="Seed">SHA-256("alloc/seed/v1" ‖ 00 ‖ commit hash ‖ entropy …), 32 bytes.</param>
/// <param name="Problem">Needs, cells and people.</param>
/// <param name="Assignments">Need and cell, by the bytes of the need's name.</param>
/// <param name="ResultHash">SHA-256 of the canonical assignments, 32 bytes.</param>
public sealed record TranscriptDocument(
    Commitment Commit,
    byte[] CommitHash,
    IReadOnlyList<byte[]> Entropy,
    byte[] Seed,
    PublishedProblem Problem,
    IReadOnlyList<(string Need, string Cell)> Assignments,
    byte[] ResultHash)
{
    /// <summary>The format's name.</summary>
    public const string Format = "alloc-transcript/1";

    /// <summary>The commitment's.</summary>
    public const string CommitFormat = "alloc-commit/1";
}

/// <summary>What pins a round before its draw.</summary>
/// <param name="Round">The round.</param>
/// <param name="Roots">Tree hashes over the canonical lines of needs, people and cells, 32 bytes each.</param>
/// <param name="Quota">Units of one person in one period.</param>
/// <param name="Policy">The rules.</param>
/// <param name="Sources">Where the seed will come from, each an object of texts and whole numbers with its <c>kind</c>.</param>
/// <param name="Previous">Hash of the transcript before, 32 bytes; zeros for none.</param>
public sealed record Commitment(
    string Round,
    (byte[] Needs, byte[] People, byte[] Resources) Roots,
    int Quota,
    PublishedPolicy Policy,
    IReadOnlyList<SortedDictionary<string, object>> Sources,
    byte[] Previous);

/// <summary>The rules, as far as a draw needs them.</summary>
/// <param name="Name">One of <see cref="PolicyNames"/>.</param>
/// <param name="Version">The version of its definition, 1.</param>
/// <param name="Unit">What one unit adds to access.</param>
/// <param name="First">Round robin: who is first.</param>
/// <param name="Size">Round robin: how many places the circle has.</param>
public sealed record PublishedPolicy(string Name, int Version, int Unit, int First = 0, int Size = 0);

/// <summary>Names of the orders that a transcript may cite, with the fields that their people or needs have beyond the others.</summary>
public static class PolicyNames
{
    /// <summary>Least access first. People: <c>history</c>.</summary>
    public const string Leximin = "leximin";

    /// <summary>Weighted lottery of people. People: <c>history</c>, <c>weight</c>.</summary>
    public const string Lottery = "lottery";

    /// <summary>Lottery of needs. People: <c>history</c>.</summary>
    public const string NeedLottery = "need-lottery";

    /// <summary>By batches of arrival. Needs: <c>batch</c>.</summary>
    public const string FirstCome = "first-come";

    /// <summary>In turn. People: <c>history</c>, <c>position</c>; policy: <c>first</c>, <c>size</c>.</summary>
    public const string RoundRobin = "round-robin";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [FirstCome, Leximin, Lottery, NeedLottery, RoundRobin];
}

/// <summary>What was shared out, under names that hold for the round alone.</summary>
/// <param name="Needs">By name's bytes.</param>
/// <param name="People">By name's bytes.</param>
/// <param name="Resources">The cells, by name's bytes.</param>
/// <param name="Quota">As in the commitment.</param>
public sealed record PublishedProblem(
    IReadOnlyList<PublishedNeed> Needs, IReadOnlyList<PublishedPerson> People, IReadOnlyList<PublishedCell> Resources, int Quota);

/// <summary>A need for one cell.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Person">Whose.</param>
/// <param name="Period">The person's needs of one period share the quota.</param>
/// <param name="Options">Cells that could serve it.</param>
/// <param name="Batch">When it arrived, where that counts.</param>
public sealed record PublishedNeed(string Id, string Person, long Period, IReadOnlyList<string> Options, long Batch = 0);

/// <summary>Somebody who asks.</summary>
/// <param name="Id">Name.</param>
/// <param name="History">Access before the round, in thousandths.</param>
/// <param name="Weight">In a lottery.</param>
/// <param name="Position">In the circle.</param>
public sealed record PublishedPerson(string Id, long History, int Weight = 1, int Position = 0);

/// <summary>A cell.</summary>
/// <param name="Id">Name.</param>
/// <param name="Capacity">Uses at once.</param>
public sealed record PublishedCell(string Id, int Capacity);
