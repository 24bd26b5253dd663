using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Transcripts;

/// <summary>
/// The proof that an allocation is the one its order of claims leads to: from nobody who was not given more does a chain of
/// exchanges lead to something free, or to a person whose last claim came later.
/// </summary>
/// <remarks>
/// One search from each person in the order of their next claims; no node is looked at twice, so the cost is that of reading the
/// problem once. Nothing here is shared with the kernels. Source: allocation.md §2.6, fact 4.
/// </remarks>
internal sealed class Certificate
{
    private const int Nowhere = -1;

    private readonly TranscriptDocument _transcript;
    private readonly Dictionary<string, int> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly int[] _personOf;
    private readonly int[] _groupOf;
    private readonly int[][] _optionsOf;
    private readonly int[] _cellOf;
    private readonly List<int>[] _needsAt;
    private readonly List<(int Person, List<int> Needs)> _groups = [];
    private readonly List<int>[] _groupsOf;
    private readonly int[] _used;
    private readonly int[] _served;

    private Certificate(TranscriptDocument transcript)
    {
        _transcript = transcript;
        var problem = transcript.Problem;
        for (var cell = 0; cell < problem.Resources.Count; cell++)
        {
            _cells.Add(problem.Resources[cell].Id, cell);
        }

        for (var person = 0; person < problem.People.Count; person++)
        {
            _people.Add(problem.People[person].Id, person);
        }

        _needsAt = [.. problem.Resources.Select(_ => new List<int>())];
        _groupsOf = [.. problem.People.Select(_ => new List<int>())];
        _personOf = new int[problem.Needs.Count];
        _groupOf = new int[problem.Needs.Count];
        _optionsOf = new int[problem.Needs.Count][];
        _cellOf = new int[problem.Needs.Count];
        Array.Fill(_cellOf, Nowhere);
        Index(problem);
        _used = new int[_groups.Count];
        _served = new int[problem.People.Count];
    }

    /// <summary>What is wrong with the assignments, in words; empty where they are the ones.</summary>
    /// <param name="transcript">One whose lists are in order.</param>
    public static IReadOnlyList<string> Check(TranscriptDocument transcript)
    {
        try
        {
            var certificate = new Certificate(transcript);
            return certificate.Assign() is { } impossible ? [impossible] : certificate.Prove() is { } unfair ? [unfair] : [];
        }
        catch (KeyNotFoundException)
        {
            return ["A need names a person or a resource that is not there."];
        }
    }

    private void Index(PublishedProblem problem)
    {
        var groups = new Dictionary<(int Person, long Period), int>();
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            var line = problem.Needs[need];
            _personOf[need] = _people[line.Person];
            _optionsOf[need] = [.. line.Options.Select(option => _cells[option])];
            if (!groups.TryGetValue((_personOf[need], line.Period), out var group))
            {
                groups.Add((_personOf[need], line.Period), group = _groups.Count);
                _groups.Add((_personOf[need], []));
                _groupsOf[_personOf[need]].Add(group);
            }

            _groupOf[need] = group;
            _groups[group].Needs.Add(need);
        }
    }

    private string? Assign()
    {
        var needs = new Dictionary<string, int>(_transcript.Problem.Needs.Count, StringComparer.Ordinal);
        for (var need = 0; need < _transcript.Problem.Needs.Count; need++)
        {
            needs.Add(_transcript.Problem.Needs[need].Id, need);
        }

        foreach (var (name, cellName) in _transcript.Assignments)
        {
            if (!needs.TryGetValue(name, out var need) || !_cells.TryGetValue(cellName, out var cell))
            {
                return $"{name} or {cellName} is not part of the round.";
            }

            if (!_optionsOf[need].Contains(cell))
            {
                return $"{name} was given {cellName}, which it may not have.";
            }

            _cellOf[need] = cell;
            _needsAt[cell].Add(need);
            _served[_personOf[need]]++;
            if (_needsAt[cell].Count > _transcript.Problem.Resources[cell].Capacity)
            {
                return $"{cellName} was given to more than it holds.";
            }

            if (++_used[_groupOf[need]] > _transcript.Problem.Quota)
            {
                return $"{_transcript.Problem.Needs[need].Person} was given more than the quota.";
            }
        }

        return null;
    }

    private string? Prove()
    {
        var order = PublishedOrder.Of(_transcript);
        var asking = Enumerable.Range(0, _served.Length).Where(person => _groupsOf[person].Count > 0).ToArray();
        var next = Array.ConvertAll(asking, person => order.KeyOf(person, _served[person]));
        Array.Sort(next, asking);
        var search = new Search(this, order);
        for (var at = 0; at < asking.Length; at++)
        {
            if (search.From(asking[at], next[at]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What one search has seen, no later one looks at again: it would find the same, for a later claim.</summary>
    private sealed class Search(Certificate round, ClaimOrder order)
    {
        private readonly bool[] _seenPerson = new bool[round._served.Length];
        private readonly bool[] _seenGroup = new bool[round._groups.Count];
        private readonly bool[] _seenNeed = new bool[round._personOf.Length];
        private readonly bool[] _seenCell = new bool[round._needsAt.Length];
        private readonly Queue<int> _needs = new();
        private readonly Queue<int> _people = new();
        private ClaimKey _claim;
        private int _start;

        public string? From(int person, ClaimKey claim)
        {
            (_claim, _start) = (claim, person);
            var found = See(person);
            while (found is null)
            {
                if (_people.TryDequeue(out var one))
                {
                    foreach (var group in round._groupsOf[one].Where(group => round._used[group] < round._transcript.Problem.Quota))
                    {
                        SeeGroup(group);
                    }
                }
                else if (_needs.TryDequeue(out var need))
                {
                    found = Leave(need);
                }
                else
                {
                    return null;
                }
            }

            return found;
        }

        private string? See(int person)
        {
            if (_seenPerson[person])
            {
                return null;
            }

            _seenPerson[person] = true;
            _people.Enqueue(person);
            return person != _start && round._served[person] > 0 && order.KeyOf(person, round._served[person] - 1) > _claim
                ? $"Unfair: {Name(_start)} should have come before {Name(person)}."
                : null;
        }

        private string? SeeGroup(int group)
        {
            if (_seenGroup[group])
            {
                return null;
            }

            _seenGroup[group] = true;
            foreach (var need in round._groups[group].Needs.Where(need => round._cellOf[need] == Nowhere && !_seenNeed[need]))
            {
                _seenNeed[need] = true;
                _needs.Enqueue(need);
            }

            return round._used[group] > 0 ? See(round._groups[group].Person) : null;
        }

        private string? Leave(int need)
        {
            foreach (var cell in round._optionsOf[need])
            {
                if (_seenCell[cell] || cell == round._cellOf[need])
                {
                    continue;
                }

                _seenCell[cell] = true;
                if (round._needsAt[cell].Count < round._transcript.Problem.Resources[cell].Capacity)
                {
                    return $"Wasteful: {Name(_start)} could still be served.";
                }

                foreach (var other in round._needsAt[cell].Where(other => !_seenNeed[other]))
                {
                    _seenNeed[other] = true;
                    _needs.Enqueue(other);
                }
            }

            return round._cellOf[need] == Nowhere ? null : SeeGroup(round._groupOf[need]);
        }

        private string Name(int person) => round._transcript.Problem.People[person].Id;
    }
}
