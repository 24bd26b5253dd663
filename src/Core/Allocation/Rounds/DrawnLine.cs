namespace PostMoney.Core.Allocation.Rounds;

/// <summary>What a drawn round says about one need, with its own explanation.</summary>
public sealed class DrawnLine
{
    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>The need.</summary>
    public required Guid NeedId { get; init; }

    /// <summary>The name it bears in the transcript.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Its place in the line, where it waits; nobody is told but as a band.</summary>
    public int? Place { get; init; }

    /// <summary>A reason's name, such as <c>outranked</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The explanation as JSON: facts about who asked, and nobody else.</summary>
    public required string Explanation { get; init; }
}
