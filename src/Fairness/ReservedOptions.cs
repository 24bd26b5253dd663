namespace PostMoney.Fairness;

/// <summary>Options ordered so that those which a need may use only in the second pass stand last.</summary>
internal static class ReservedOptions
{
    /// <summary>The same problem with such options.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="reservedFor">For each cell the cohort, or 0 where it is open to all. A use lies wholly in cells of one sort.</param>
    /// <param name="cohortOf">The cohort of each person, or 0.</param>
    /// <param name="openEnd">For each need, where the options of the first pass end.</param>
    public static AllocationProblem Last(
        AllocationProblem problem, IReadOnlyList<int> reservedFor, IReadOnlyList<int> cohortOf, out int[] openEnd)
    {
        openEnd = new int[problem.Needs.Count];
        var cells = new int[problem.OptionCell.Length];
        var lengths = new ushort[problem.OptionLength.Length];
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            var cohort = cohortOf[problem.PersonOf(need)];
            var (from, to) = (problem.OptionStart[need], problem.OptionStart[need + 1]);
            for (var option = problem.OptionStart[need]; option < problem.OptionStart[need + 1]; option++)
            {
                var cell = problem.OptionCell[option];
                var place = reservedFor[cell] != 0 && reservedFor[cell] != cohort ? --to : from++;
                cells[place] = cell;
                if (lengths.Length > 0)
                {
                    lengths[place] = problem.OptionLength[option];
                }
            }

            openEnd[need] = from;
            Array.Reverse(cells, from, problem.OptionStart[need + 1] - from);
            if (lengths.Length > 0)
            {
                Array.Reverse(lengths, from, problem.OptionStart[need + 1] - from);
            }
        }

        return problem.WithOptions(cells, lengths);
    }
}
