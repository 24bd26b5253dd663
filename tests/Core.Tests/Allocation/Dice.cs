namespace PostMoney.Core.Tests.Allocation;

/// <summary>SplitMix64: the same throws on every machine.</summary>
internal sealed class Dice(ulong state)
{
    private ulong _state = state;

    /// <summary>A number from 0 to one below <paramref name="sides"/>.</summary>
    public int Next(int sides)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)sides);
    }
}
