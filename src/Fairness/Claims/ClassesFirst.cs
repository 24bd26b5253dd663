namespace PostMoney.Fairness.Claims;

/// <summary>The more pressing class first, and inside a class by another order.</summary>
/// <param name="classes">Each person's class after ageing: <see cref="Aged"/>. Smaller comes first.</param>
/// <param name="inner">Decides inside a class.</param>
/// <remarks>Key (class, inner key); P5 of allocation.md §2.5. The inner rank moves into the class, so it must stay below 2^32.</remarks>
public sealed class ClassesFirst(IReadOnlyList<int> classes, ClaimOrder inner) : ClaimOrder
{
    /// <summary>A class lifted by one for each full time of waiting, so that whoever waits long enough is first.</summary>
    /// <param name="attested">The class that was attested, 0 the most pressing.</param>
    /// <param name="waited">How long it waited.</param>
    /// <param name="ageing">After how long it is lifted by one; 0 for never.</param>
    public static int Aged(int attested, int waited, int ageing) => ageing == 0 ? attested : Math.Max(0, attested - (waited / ageing));

    /// <inheritdoc />
    public override ClaimKey KeyOf(int person, int granted)
    {
        var key = inner.KeyOf(person, granted);
        return key with { Rank = ((long)classes[person] << 32) + key.Rank };
    }
}
