using PostMoney.Core.Allocation.Kernel;

namespace PostMoney.Core.Allocation;

/// <summary>Draws a frozen round: one kernel, whatever the policy. The same input and seed give the same result everywhere.</summary>
/// <remarks>
/// Claims are tried in the order of their keys. A limit cuts a claim, or no unit fits, or it is granted; a granted claim is
/// never revoked by a later one. After each try the person's next need claims again, with what was granted counted.
/// </remarks>
public static class Allocator
{
    /// <summary>Draws the round.</summary>
    /// <param name="input">What was frozen.</param>
    /// <param name="seed">32 bytes: <see cref="SeedCommitment.SeedOf"/>, or any others for a rehearsal.</param>
    public static RoundResult Run(RoundInput input, ReadOnlySpan<byte> seed)
    {
        var draw = new Draw(input);
        draw.Run(seed);
        return draw.Result();
    }
}
