namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>Numbers that look random and follow from a seed and the number of an input, so that any one can be made again alone.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, 2014).</remarks>
internal sealed class Chance(ulong seed, long input)
{
    private ulong _state = seed + ((ulong)input * 0xD1342543DE82EF95);

    /// <summary>From 0 to one less than the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool OneIn(int count) => Below(count) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
