namespace PostMoney.Core.Allocation.Kernel;

/// <summary>Units of one offer that are free at the same times, so that it does not matter which of them one has.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Units">Their numbers, ascending from 1.</param>
/// <param name="IsReserved">Whether they are reserved for a cohort.</param>
/// <param name="Calendar">When they are free.</param>
internal sealed record UnitGroup(RoundOffer Offer, IReadOnlyList<int> Units, bool IsReserved, UnitCalendar Calendar);
