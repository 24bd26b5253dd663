namespace PostMoney.Fairness.Slots;

/// <summary>
/// Lets those who were served choose among what is still reachable, one after the other: each takes the best rank that leaves
/// something for everybody else who was served, and keeps earlier choices as good as they are.
/// </summary>
/// <remarks>
/// Serial dictatorship inside the accepted set (allocation.md §2.6): it changes where needs are served, never which. The search
/// for one choice is bounded, so that a round of thousands of rankings ends; what is not found within the bound is left as it is.
/// </remarks>
public static class HonourRanks
{
    private const int MaxLooks = 2_000;

    /// <summary>The same needs, at the cells that they choose.</summary>
    /// <param name="problem">Needs of single cells and single units.</param>
    /// <param name="given">What was given.</param>
    /// <param name="rankOf">The rank of each option, by its number: 0 is what the need wants most.</param>
    /// <param name="choosing">Needs that were served, in the order in which they choose.</param>
    public static IReadOnlyList<Given> Run(
        AllocationProblem problem, IReadOnlyList<Given> given, Func<int, int> rankOf, IEnumerable<int> choosing)
    {
        var seats = new Seats(problem, given, rankOf);
        foreach (var need in choosing)
        {
            seats.Choose(need);
        }

        return [.. given.Select(one => one with { Cell = problem.OptionCell[seats.OptionOf(one.Need)] })];
    }

    /// <summary>Who sits where. A need that has chosen moves only to options of the rank that it has.</summary>
    private sealed class Seats
    {
        private const int Nowhere = -1;

        private readonly AllocationProblem _problem;
        private readonly Func<int, int> _rankOf;
        private readonly int[] _option;
        private readonly bool[] _hasChosen;
        private readonly List<int>?[] _at;
        private readonly HashSet<int> _seen = [];
        private int _looks;

        public Seats(AllocationProblem problem, IReadOnlyList<Given> given, Func<int, int> rankOf)
        {
            (_problem, _rankOf) = (problem, rankOf);
            _option = new int[problem.Needs.Count];
            Array.Fill(_option, Nowhere);
            _hasChosen = new bool[problem.Needs.Count];
            _at = new List<int>?[problem.Cells.Count];
            foreach (var one in given)
            {
                Sit(one.Need, problem.OptionStart[one.Need] + problem.OptionsOf(one.Need).IndexOf(one.Cell));
            }
        }

        public int OptionOf(int need) => _option[need];

        public void Choose(int need)
        {
            var (start, end, had) = (_problem.OptionStart[need], _problem.OptionStart[need + 1], _option[need]);
            Rise(need);
            var better = Enumerable.Range(start, end - start).Where(option => _rankOf(option) < _rankOf(had)).ToLookup(_rankOf);
            foreach (var rank in better.Select(options => options.Key).Order())
            {
                _seen.Clear();
                _looks = 0;
                if (better[rank].Any(option => TrySit(need, option)))
                {
                    _hasChosen[need] = true;
                    return;
                }
            }

            Sit(need, had);
            _hasChosen[need] = true;
        }

        private bool TrySit(int need, int option)
        {
            var cell = _problem.OptionCell[option];
            if (!_seen.Add(cell))
            {
                return false;
            }

            var there = _at[cell] ?? [];
            if (there.Count < _problem.Capacity[cell])
            {
                Sit(need, option);
                return true;
            }

            foreach (var other in there.ToArray())
            {
                var held = _option[other];
                for (var to = _problem.OptionStart[other]; to < _problem.OptionStart[other + 1]; to++)
                {
                    if (to == held || (_hasChosen[other] && _rankOf(to) != _rankOf(held)))
                    {
                        continue;
                    }

                    if (++_looks > MaxLooks)
                    {
                        return false;
                    }

                    if (TryMove(other, held, to))
                    {
                        Sit(need, option);
                        return true;
                    }
                }
            }

            return false;
        }

        private bool TryMove(int need, int from, int to)
        {
            Rise(need);
            if (TrySit(need, to))
            {
                return true;
            }

            Sit(need, from);
            return false;
        }

        private void Sit(int need, int option)
        {
            _option[need] = option;
            (_at[_problem.OptionCell[option]] ??= []).Add(need);
        }

        private void Rise(int need)
        {
            _at[_problem.OptionCell[_option[need]]]!.Remove(need);
            _option[need] = Nowhere;
        }
    }
}
