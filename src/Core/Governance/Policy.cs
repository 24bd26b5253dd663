namespace PostMoney.Core.Governance;

/// <summary>One version of a policy of allocation: which kind, with which parameters. It never changes; a new version is a new one.</summary>
public sealed class Policy
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it, such as <c>tools</c>.</summary>
    public required string Name { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Version { get; init; }

    /// <summary>Which algorithm, one of the catalog's.</summary>
    public required string Kind { get; init; }

    /// <summary>Its parameters as canonical JSON.</summary>
    public required string Parameters { get; init; }

    /// <summary>SHA-256 over kind and parameters; transcripts name it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The steward who adopted it, or null where it came with the program.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>From when rounds open with it.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }
}
