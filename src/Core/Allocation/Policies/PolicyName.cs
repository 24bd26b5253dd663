namespace PostMoney.Core.Allocation.Policies;

/// <summary>What a community calls a policy, and which version of it.</summary>
/// <param name="Name">A token of at most 64 characters.</param>
/// <param name="Version">From 1.</param>
public readonly record struct PolicyName(string Name, int Version);
