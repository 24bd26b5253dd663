using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Intervals;

/// <summary>
/// Gives out uses of several cells in a row, one claim at a time: where nothing is free, a few uses that were promised move to
/// make room, or give way to another need of the same person. Nobody's count ever falls.
/// </summary>
/// <remarks>
/// Free starts and several offers make this NP-hard, so the search is bounded and its order is part of the rule: least
/// contention, then the need's own order of options. An option may be in the way of one or two uses, of other people or
/// (by the cooldown) of the same person; each of them moves by the same rule, as deep as the <see cref="Effort"/> says. Claims are
/// people's: a person's use may give way to another of their needs of the same class, as it may where uses are single cells. Over
/// transport at 10,000 needs that alone raised the fill from 95 to 98 of 100.
/// </remarks>
internal sealed class IntervalKernel : IClaimKernel
{
    private const int Nowhere = -1;
    private const int MaxTries = 32;

    private readonly AllocationProblem _problem;
    private readonly Contention _contention;
    private readonly int[]?[] _best;
    private readonly List<int>[] _needsOf;
    private readonly HashSet<int> _held = [];
    private readonly HashSet<int> _lifted = [];
    private readonly Effort _effort;
    private int _looks;

    public IntervalKernel(AllocationProblem problem, Contention contention, Effort effort)
    {
        _effort = effort;
        OptionEnd = problem.OptionStart[1..];
        _problem = problem;
        _contention = contention;
        Board = new Board(problem);
        Served = new int[problem.People.Count];
        _best = new int[problem.Needs.Count][];
        _needsOf = [.. problem.People.Select(_ => new List<int>())];
        for (var need = 0; need < problem.Needs.Count; need++)
        {
            _needsOf[problem.PersonOf(need)].Add(need);
        }
    }

    public Board Board { get; }

    /// <summary>Where the options of each need end that are open to it now. Set anew with <see cref="Reopen"/>.</summary>
    public int[] OptionEnd { get; }

    /// <summary>Which needs may be served now; null for all.</summary>
    public Func<int, bool>? IsOpen { get; set; }

    /// <summary>Whether nothing moves any more: what is free is given, and no more.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Whether any use was ever moved; until then, nothing that was refused can have come free.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Uses that each person was given.</summary>
    public int[] Served { get; }

    /// <summary>Gives every need all of its options.</summary>
    public void Reopen()
    {
        _problem.OptionStart.AsSpan(1).CopyTo(OptionEnd);
        Array.Clear(_best);
    }

    /// <summary>The order in which a person's own needs are tried; names decide where it is not set.</summary>
    public void OrderOwn(int[] places)
    {
        foreach (var needs in _needsOf)
        {
            needs.Sort((a, b) => places[a].CompareTo(places[b]));
        }
    }

    /// <summary>Gives the person one more use, of whichever of their needs can be served.</summary>
    /// <returns>False, and nothing changed, where none could be.</returns>
    public bool TryServe(int person)
    {
        foreach (var need in _needsOf[person])
        {
            if (MayHave(need) && TryFree(need))
            {
                return Take(person);
            }
        }

        foreach (var need in IsSettled || _effort.Depth == 0 ? [] : _needsOf[person])
        {
            if (!MayHave(need))
            {
                continue;
            }

            _looks = 0;
            _held.Clear();
            _lifted.Clear();
            if (TryMakeRoom(need, _effort.Depth))
            {
                HasMoved = true;
                return Take(person);
            }
        }

        return false;
    }

    private bool MayHave(int need) =>
        Board.OptionOf(need) == Nowhere && IsOpen?.Invoke(need) != false && Board.HasQuota(need);

    private bool Take(int person)
    {
        Board.Settle();
        Served[person]++;
        return true;
    }

    private bool TryFree(int need)
    {
        var (best, least) = (Nowhere, long.MaxValue);
        for (var option = _problem.OptionStart[need]; option < OptionEnd[need]; option++)
        {
            var contention = ContentionOf(option);
            if (contention < least && Board.IsFree(need, option))
            {
                (best, least) = (option, contention);
            }
        }

        if (best == Nowhere)
        {
            return false;
        }

        Board.Place(need, best);
        return true;
    }

    private bool TryMakeRoom(int need, int depth)
    {
        _held.Add(need);
        foreach (var option in _best[need] ??= BestOf(need))
        {
            if (TryTake(need, option, depth))
            {
                _held.Remove(need);
                return true;
            }

            if (_looks > _effort.Looks)
            {
                break;
            }
        }

        _held.Remove(need);
        return false;
    }

    private bool TryTake(int need, int option, int depth)
    {
        var own = Board.OwnInTheWay(need, option);
        if (own != Nowhere)
        {
            return !_held.Contains(own) && TryWithout(need, option, own, depth);
        }

        var full = Board.FirstFull(option, _problem.OptionCell[option]);
        if (full == Nowhere)
        {
            return false;
        }

        // The list changes while it is being tried.
        var there = Board.NeedsAt(full);
        Span<int> candidates = stackalloc int[Math.Min(there.Length, 8)];
        there[..candidates.Length].CopyTo(candidates);
        foreach (var candidate in candidates)
        {
            if (!_held.Contains(candidate) && TryWithout(need, option, candidate, depth))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the option with one use, or with a second one, lifted; both then find another place.</summary>
    private bool TryWithout(int need, int option, int first, int depth)
    {
        if (++_looks > _effort.Looks)
        {
            return false;
        }

        var moment = Board.Now;
        Lift(first);
        var second = Nowhere;
        if (!Board.IsFree(need, option) && depth > 1 && SecondInTheWay(need, option) is var other and not Nowhere)
        {
            Lift(second = other);
        }

        if (Board.IsFree(need, option))
        {
            Board.Place(need, option);
            if (TryAgain(first, depth - 1) && (second == Nowhere || TryAgain(second, depth - 1)))
            {
                return true;
            }
        }

        Board.Undo(moment);
        _lifted.Remove(first);
        _lifted.Remove(second);
        return false;
    }

    private void Lift(int need)
    {
        Board.Lift(need);
        _lifted.Add(need);
    }

    /// <summary>Serves the claim that a lifted use stood for: by the same need elsewhere, or by another need of the same person.</summary>
    private bool TryAgain(int need, int depth)
    {
        if ((Board.HasQuota(need) && TryFree(need)) || TryOther(need) || (depth > 0 && Board.HasQuota(need) && TryMakeRoom(need, depth)))
        {
            _lifted.Remove(need);
            return true;
        }

        return false;
    }

    private bool TryOther(int need)
    {
        // What a more pressing class was given stays with it.
        if (IsOpen?.Invoke(need) == false)
        {
            return false;
        }

        foreach (var other in _needsOf[_problem.PersonOf(need)])
        {
            if (MayHave(other) && !_lifted.Contains(other) && !_held.Contains(other) && TryFree(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is still in the way: a use of one's own, or the one that reaches farthest.</summary>
    private int SecondInTheWay(int need, int option)
    {
        var own = Board.OwnInTheWay(need, option);
        if (own != Nowhere)
        {
            return _held.Contains(own) ? Nowhere : own;
        }

        var (best, reach) = (Nowhere, -1);
        foreach (var there in Board.NeedsAt(Board.FirstFull(option, _problem.OptionCell[option])))
        {
            if (!_held.Contains(there) && Board.LastCellOf(there) > reach)
            {
                (best, reach) = (there, Board.LastCellOf(there));
            }
        }

        return best;
    }

    private long ContentionOf(int option) => _contention.Of(_problem.OptionCell[option], _problem.LengthOf(option));

    private int[] BestOf(int need)
    {
        var options = Enumerable.Range(_problem.OptionStart[need], OptionEnd[need] - _problem.OptionStart[need]).ToArray();
        var keys = Array.ConvertAll(options, option => (ContentionOf(option), option));
        Array.Sort(keys, options);
        return options.Length <= MaxTries ? options : options[..MaxTries];
    }
}
