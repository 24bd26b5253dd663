using System.Security.Cryptography;
using System.Text;

namespace PostMoney.Fairness.Tests.Independent;

/// <summary>Numbers by chance that are the same in every run (SplitMix64 from a name).</summary>
internal sealed class Dice(string name)
{
    private ulong _state = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>From 0 up to, not with, the end.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>Both ends may come.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool IsLucky(int percent) => Below(100) < percent;

    public T[] Shuffled<T>(IEnumerable<T> things)
    {
        T[] all = [.. things];
        for (var at = all.Length - 1; at > 0; at--)
        {
            var other = Below(at + 1);
            (all[at], all[other]) = (all[other], all[at]);
        }

        return all;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
