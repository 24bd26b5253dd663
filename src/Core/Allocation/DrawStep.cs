using PostMoney.Fairness;
using PostMoney.Fairness.Claims;

namespace PostMoney.Core.Allocation;

/// <summary>One claim of a draw, in the order in which claims were tried.</summary>
/// <param name="Person">Whose, by the person's name in the round.</param>
/// <param name="Granted">Units that the person had been granted in the round before.</param>
/// <param name="Stage">A class of needs, or a pass over reserved places; 0 where the policy has one stage alone.</param>
/// <param name="Key">The policy's integers: rank, then amount ÷ share, then the ticket's place among all.</param>
/// <param name="Ticket">What was drawn for it; null where nothing is drawn.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record DrawStep(string Person, int Granted, int Stage, ClaimKey Key, DrawnTicket? Ticket, ClaimOutcome Outcome);

/// <summary>The ticket behind a claim.</summary>
/// <param name="Holder">Whose: the person's name in the round, or a need's where needs draw.</param>
/// <param name="Weight">How many tickets the key is the smallest of.</param>
/// <param name="Key">That ticket.</param>
public sealed record DrawnTicket(string Holder, int Weight, TicketKey Key);
