namespace PostMoney.Core.Allocation;

/// <summary>A node whose people take part, with what they already have.</summary>
/// <param name="Id">As in <see cref="RoundPerson.Node"/>.</param>
/// <param name="UsesSoFar">Units that people of this node hold or are promised in the pool; counts against node quotas.</param>
public sealed record RoundNode(string Id, int UsesSoFar = 0);
