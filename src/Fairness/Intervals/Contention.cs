namespace PostMoney.Fairness.Intervals;

/// <summary>How sought-after each cell is, in millionths of a use for each unit: the sum of cells says where a need is least in the way.</summary>
/// <remarks>
/// It decides which of the cells that are free is taken, never who comes first. Where the past is known it is taken from past rounds, because people could shape
/// what they ask for to change it; asking for fewer cells than one could use must not pay (allocation.md §0.6).
/// </remarks>
public sealed class Contention
{
    private const long Unit = 1_000_000;

    private readonly long[]? _before;

    private Contention(long[]? before) => _before = before;

    /// <summary>Nothing is known: each need's own order of options decides alone.</summary>
    public static Contention None { get; } = new(null);

    /// <summary>From what is known of each cell.</summary>
    public static Contention Of(IReadOnlyList<long> cells)
    {
        var before = new long[cells.Count + 1];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            before[cell + 1] = before[cell] + cells[cell];
        }

        return new Contention(before);
    }

    /// <summary>From what is asked for in this problem: each need spreads one use over its options.</summary>
    public static Contention AskedIn(AllocationProblem problem)
    {
        // Differences first, sums after: long uses cost no more than short ones.
        var change = new long[problem.Capacity.Length + 1];
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            var options = problem.OptionStart[need + 1] - problem.OptionStart[need];
            for (var option = problem.OptionStart[need]; option < problem.OptionStart[need + 1]; option++)
            {
                change[problem.OptionCell[option]] += Unit / options;
                change[problem.OptionCell[option] + problem.LengthOf(option)] -= Unit / options;
            }
        }

        var (cells, sum) = (new long[problem.Capacity.Length], 0L);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            sum += change[cell];
            cells[cell] = sum / Math.Max(1, problem.Capacity[cell]);
        }

        return Of(cells);
    }

    /// <summary>Of a stretch of cells.</summary>
    public long Of(int first, int length) => _before is null ? 0 : _before[first + length] - _before[first];
}
