namespace PostMoney.ActivityStreams.Rdf;

/// <summary>Gives all orders of a few things, one at a time, so that the reader can stop (Heap's algorithm).</summary>
internal static class Permutations
{
    /// <returns>The same array each time, in another order.</returns>
    internal static IEnumerable<string[]> Of(List<string> items)
    {
        var order = items.ToArray();
        var counts = new int[order.Length];
        yield return order;
        for (var i = 1; i < order.Length;)
        {
            if (counts[i] < i)
            {
                var other = i % 2 == 0 ? 0 : counts[i];
                (order[other], order[i]) = (order[i], order[other]);
                yield return order;
                counts[i]++;
                i = 1;
            }
            else
            {
                counts[i++] = 0;
            }
        }
    }
}
