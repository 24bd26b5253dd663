namespace PostMoney.Core.Allocation.Policies;

/// <summary>One number that a community may choose in a policy.</summary>
/// <param name="Name">Its name in the policy text, lower camel case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Words">What it does, in one sentence; says its unit and what zero means.</param>
/// <param name="Default">Used where nothing is chosen.</param>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
public sealed record PolicyParameter(string Name, string Label, string Words, int Default, int Min, int Max);
