using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Core.Allocation;

/// <summary>What stands when a round opens, before anybody asks.</summary>
/// <param name="Round">The round's id, a UUID in lower case with hyphens.</param>
/// <param name="Pool">The pool's id; a token of at most 64 characters.</param>
/// <param name="Home">This node, as in <see cref="RoundPerson.Node"/>; people of any other node are foreign.</param>
/// <param name="Policy">The rules, in the version that held at the opening.</param>
/// <param name="Commitment">The promise that was published at the opening.</param>
/// <param name="OpenedAt">When needs were first taken.</param>
/// <param name="ClosedAt">When the list was frozen.</param>
public sealed record RoundTerms(
    string Round,
    string Pool,
    string Home,
    AllocationPolicy Policy,
    SeedCommitment Commitment,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt)
{
    /// <summary>Whose turn it is, where people take turns.</summary>
    public RoundTurn? Turn { get; init; }
}

/// <summary>Whose turn it is in a pool's circle.</summary>
/// <param name="First">The place, from 0, of who comes first.</param>
/// <param name="Size">How many places the circle has.</param>
public sealed record RoundTurn(int First, int Size);
