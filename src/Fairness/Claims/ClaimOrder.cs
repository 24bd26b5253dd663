namespace PostMoney.Fairness.Claims;

/// <summary>A policy: when a person who was given so many units already claims the next one.</summary>
/// <remarks>Pure: the same person and count have the same key whoever else asks. Keys of one person never fall as the count grows.</remarks>
public abstract class ClaimOrder
{
    /// <summary>The key of a person's claim.</summary>
    /// <param name="person">Number in <see cref="AllocationProblem.People"/>.</param>
    /// <param name="granted">Units granted to the person in this round before it.</param>
    public abstract ClaimKey KeyOf(int person, int granted);
}
