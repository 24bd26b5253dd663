namespace PostMoney.Core.Outcomes;

/// <summary>What one side of a permit tells about it.</summary>
/// <param name="Result">How it went.</param>
/// <param name="Notes">In words, at most 1,000 characters.</param>
/// <param name="Condition">In what condition it came back, at most 200 characters.</param>
/// <param name="MaintenanceNeeded">Whether it needs looking after.</param>
public sealed record OutcomeForm(OutcomeResult Result, string Notes, string Condition, bool MaintenanceNeeded);
