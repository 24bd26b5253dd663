using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Transcripts;

/// <summary>
/// The proof that an allocation is the one its order of claims leads to: from nobody who was not given more does a chain of
/// exchanges lead to something free, or to a person whose last claim came later.
/// </summary>
/// <remarks>
/// One search from each claimant in the order of their next claims; no node is looked at twice, so the cost is that of reading the
/// problem once. Nothing here is shared with the kernels. Source: allocation.md §2.6, fact 4.
/// </remarks>
internal sealed class Certificate
{
    private const int Nowhere = CertifiedRound.Nowhere;

    private readonly CertifiedRound _round;
    private readonly List<int>[] _needsAt;
    private readonly List<int>[] _needsOfGroup;
    private readonly List<int>[] _groupsOf;
    private readonly int[] _used;
    private readonly int[] _served;

    private Certificate(CertifiedRound round)
    {
        _round = round;
        _needsAt = [.. round.Cells.Select(_ => new List<int>())];
        _needsOfGroup = [.. round.Groups.Select(_ => new List<int>())];
        _groupsOf = [.. round.Claimants.Select(_ => new List<int>())];
        _used = new int[round.Groups.Count];
        _served = new int[round.Claimants.Count];
        for (var group = 0; group < round.Groups.Count; group++)
        {
            _groupsOf[round.Groups[group].Claimant].Add(group);
        }

        for (var need = 0; need < round.Needs.Count; need++)
        {
            _needsOfGroup[round.GroupOf[need]].Add(need);
        }
    }

    /// <summary>What is wrong with the assignments, in words; empty where they are the ones.</summary>
    /// <param name="transcript">One whose lists are in order.</param>
    public static IReadOnlyList<string> Check(TranscriptDocument transcript)
    {
        try
        {
            var round = CertifiedRound.Of(transcript);
            var (needs, cells) = (NumbersOf(round.Needs), NumbersOf(round.Cells));
            var given = new List<(int, int)>(transcript.Assignments.Count);
            foreach (var (need, cell) in transcript.Assignments)
            {
                if (!needs.TryGetValue(need, out var needNumber) || !cells.TryGetValue(cell, out var cellNumber))
                {
                    return [$"{need} or {cell} is not part of the round."];
                }

                given.Add((needNumber, cellNumber));
            }

            return Check(round, given, PublishedOrder.Of(transcript).KeyOf);
        }
        catch (KeyNotFoundException)
        {
            return ["A need names a person or a resource that is not there."];
        }
    }

    /// <summary>What is wrong with an allocation, in words; empty where nothing is.</summary>
    /// <param name="round">The round.</param>
    /// <param name="given">Need and cell.</param>
    /// <param name="order">The key of a claimant's claim after so many units; null where only waste is looked for.</param>
    public static IReadOnlyList<string> Check(
        CertifiedRound round, IEnumerable<(int Need, int Cell)> given, Func<int, int, ClaimKey>? order)
    {
        var certificate = new Certificate(round);
        return certificate.Assign(given) is { } impossible ? [impossible] : certificate.Prove(order) is { } unfair ? [unfair] : [];
    }

    /// <summary>What an allocation gives to whom it may not be given; null where nothing is.</summary>
    public static string? CheckBounds(CertifiedRound round, IEnumerable<(int Need, int Cell)> given) => new Certificate(round).Assign(given);

    private static Dictionary<string, int> NumbersOf(IReadOnlyList<string> names) =>
        names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);

    private string? Assign(IEnumerable<(int Need, int Cell)> given)
    {
        foreach (var (need, cell) in given)
        {
            var (name, cellName) = (_round.Needs[need], _round.Cells[cell]);
            if (!_round.OptionsOf[need].Contains(cell))
            {
                return $"{name} was given {cellName}, which it may not have.";
            }

            if (_round.CellOf[need] != Nowhere)
            {
                return $"{name} was given something twice.";
            }

            _round.CellOf[need] = cell;
            _needsAt[cell].Add(need);
            _served[_round.ClaimantOf[need]]++;
            if (_needsAt[cell].Count > _round.Capacity[cell])
            {
                return $"{cellName} was given to more than it holds.";
            }

            if (++_used[_round.GroupOf[need]] > _round.Groups[_round.GroupOf[need]].Cap)
            {
                return $"{_round.Claimants[_round.ClaimantOf[need]]} was given more than the quota.";
            }
        }

        return null;
    }

    private string? Prove(Func<int, int, ClaimKey>? order)
    {
        var asking = Enumerable.Range(0, _served.Length).Where(claimant => _groupsOf[claimant].Count > 0).ToArray();
        var next = Array.ConvertAll(asking, claimant => (StageOf(claimant), order?.Invoke(claimant, _served[claimant]) ?? default));
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

    private int StageOf(int claimant) => _round.StageOf.Length == 0 ? 0 : _round.StageOf[claimant];

    /// <summary>What one search has seen, no later one looks at again: it would find the same, for a later claim.</summary>
    private sealed class Search(Certificate certificate, Func<int, int, ClaimKey>? order)
    {
        private readonly CertifiedRound _round = certificate._round;
        private readonly bool[] _seenClaimant = new bool[certificate._served.Length];
        private readonly bool[] _seenGroup = new bool[certificate._used.Length];
        private readonly bool[] _seenNeed = new bool[certificate._round.Needs.Count];
        private readonly bool[] _seenCell = new bool[certificate._needsAt.Length];
        private readonly Queue<int> _needs = new();
        private readonly Queue<int> _claimants = new();
        private (int Stage, ClaimKey Key) _claim;
        private int _start;

        public string? From(int claimant, (int Stage, ClaimKey Key) claim)
        {
            (_claim, _start) = (claim, claimant);
            var found = See(claimant);
            while (found is null)
            {
                if (_claimants.TryDequeue(out var one))
                {
                    foreach (var group in certificate._groupsOf[one].Where(group => certificate._used[group] < _round.Groups[group].Cap))
                    {
                        found ??= SeeGroup(group);
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

        private string? See(int claimant)
        {
            // What an earlier stage was charged stays as it was when that stage ended.
            if (_seenClaimant[claimant] || certificate.StageOf(claimant) < _claim.Stage)
            {
                return null;
            }

            _seenClaimant[claimant] = true;
            _claimants.Enqueue(claimant);
            return order is not null && claimant != _start && certificate._served[claimant] > 0
                && (certificate.StageOf(claimant), order(claimant, certificate._served[claimant] - 1)).CompareTo(_claim) > 0
                    ? $"Unfair: {Name(_start)} should have come before {Name(claimant)}."
                    : null;
        }

        private string? SeeGroup(int group)
        {
            if (_seenGroup[group])
            {
                return null;
            }

            _seenGroup[group] = true;
            foreach (var need in certificate._needsOfGroup[group].Where(need => _round.CellOf[need] == Nowhere && !_seenNeed[need]))
            {
                _seenNeed[need] = true;
                _needs.Enqueue(need);
            }

            return certificate._used[group] > 0 ? See(_round.Groups[group].Claimant) : null;
        }

        private string? Leave(int need)
        {
            foreach (var cell in _round.OptionsOf[need])
            {
                if (_seenCell[cell] || cell == _round.CellOf[need])
                {
                    continue;
                }

                _seenCell[cell] = true;
                if (certificate._needsAt[cell].Count < _round.Capacity[cell])
                {
                    return $"Wasteful: {Name(_start)} could still be served.";
                }

                foreach (var other in certificate._needsAt[cell].Where(other => !_seenNeed[other]))
                {
                    _seenNeed[other] = true;
                    _needs.Enqueue(other);
                }
            }

            return _round.CellOf[need] == Nowhere ? null : SeeGroup(_round.GroupOf[need]);
        }

        private string Name(int claimant) => _round.Claimants[claimant];
    }
}
