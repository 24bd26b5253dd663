using System.Buffers.Binary;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Demo;

/// <summary>Choices of the people of a town. A slight bias of the remainder does no harm here.</summary>
internal sealed class Dice(Randomness randomness)
{
    /// <summary>From 0 up to, and without, <paramref name="sides"/>.</summary>
    internal int Below(int sides) => (int)(BinaryPrimitives.ReadUInt32BigEndian(randomness.Bytes(4)) % (uint)sides);

    internal int Between(int least, int most) => least + Below(most - least + 1);

    internal bool Chance(int percent) => Below(100) < percent;

    internal T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    internal TimeSpan Span(double leastHours, double mostHours) =>
        TimeSpan.FromSeconds(Between((int)(leastHours * 3600), (int)(mostHours * 3600)));

    internal void Shuffle<T>(T[] list)
    {
        for (var i = list.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
