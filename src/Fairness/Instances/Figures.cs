using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace PostMoney.Fairness.Instances;

/// <summary>Numbers by which two allocations are compared, over everybody who has a need.</summary>
/// <param name="Fill">Units given.</param>
/// <param name="LeximinHash">First 8 bytes of SHA-256 over the ascending vector of access, each as 8 bytes big end first; hexadecimal.</param>
/// <param name="SumOfSquares">Of access; smallest where access is most even.</param>
/// <param name="PeopleServed">People with a unit or more.</param>
public sealed record Figures(long Fill, string LeximinHash, BigInteger SumOfSquares, int PeopleServed)
{
    /// <summary>The figures of an allocation.</summary>
    /// <param name="problem">What was shared out.</param>
    /// <param name="allocation">How.</param>
    /// <param name="access">Access of each person before it.</param>
    /// <param name="unit">What one unit adds.</param>
    public static Figures Of(AllocationProblem problem, Allocation allocation, IReadOnlyList<long> access, int unit)
    {
        var vector = problem.Group.Person.Distinct()
            .Select(person => access[person] + ((long)unit * allocation.Served[person]))
            .Order()
            .ToArray();
        var bytes = new byte[vector.Length * sizeof(long)];
        var squares = BigInteger.Zero;
        for (var at = 0; at < vector.Length; at++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(at * sizeof(long)), vector[at]);
            squares += (BigInteger)vector[at] * vector[at];
        }

        return new Figures(
            allocation.Fill, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)), squares,
            allocation.Served.Count(units => units > 0));
    }
}
