namespace PostMoney.Fairness;

/// <summary>
/// What is to be shared out, compiled: who asks, which cells could serve each need, and how much each cell holds. Integers
/// only, and the same whatever order it was put together in; nothing about a person but a name for the round.
/// </summary>
/// <remarks>
/// A <b>cell</b> is one offer at one instant of its grid; at every cell as many uses run at once as it holds. A need takes
/// cells in a row, from the cell that its option names. A <b>group</b> is a person's needs that count
/// against one cap; it belongs to the need and not to the cell chosen, which keeps unit lengths a network flow. About five
/// bytes for each option.
/// </remarks>
public sealed class AllocationProblem
{
    internal AllocationProblem(
        IReadOnlyList<string> people, IReadOnlyList<string> needs, IReadOnlyList<string> cells, int[] capacity, Groups groups,
        NeedTable table, (int[] Start, int[] Cell, ushort[] Length) options, Pause pause)
    {
        People = people;
        Needs = needs;
        Cells = cells;
        Capacity = capacity;
        Group = groups;
        Need = table;
        (OptionStart, OptionCell, OptionLength) = options;
        PauseBetween = pause;
        IsSlotKind = pause.Length == 0 && OptionLength.All(length => length == 1);
    }

    /// <summary>People by name, in the order of its bytes.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>Needs by name, in the order of its bytes.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>Cells by name; those of one offer follow each other, and offers stand in the order of their names' bytes.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>Whether every need takes a single cell. Then the kernel is exact, and the fill the largest there is.</summary>
    public bool IsSlotKind { get; }

    /// <summary>How many options all needs have together.</summary>
    public int OptionCount => OptionCell.Length;

    internal int[] Capacity { get; }

    internal Groups Group { get; }

    internal NeedTable Need { get; }

    /// <summary>Options of need n are those from OptionStart[n] up to, not with, OptionStart[n + 1]; tried in this order.</summary>
    internal int[] OptionStart { get; }

    internal int[] OptionCell { get; }

    internal Pause PauseBetween { get; }

    /// <summary>Empty where every option takes one cell.</summary>
    internal ushort[] OptionLength { get; }

    /// <summary>Whose need it is.</summary>
    public int PersonOf(int need) => Group.Person[Need.Group[need]];

    /// <summary>The number of a need's first option among all options; those of one need follow each other.</summary>
    /// <param name="need">The need; one more than the last for the end of all options.</param>
    public int FirstOptionOf(int need) => OptionStart[need];

    /// <summary>The cell at which an option begins.</summary>
    public int CellOf(int option) => OptionCell[option];

    /// <summary>How many cells in a row an option takes.</summary>
    /// <param name="option">Its number among all options of the problem.</param>
    public int LengthOf(int option) => OptionLength.Length == 0 ? 1 : OptionLength[option];

    /// <summary>How long a person pauses at least between two uses, in the units of the offers' times. Zero for no pause.</summary>
    public long Cooldown => PauseBetween.Length;

    /// <summary>How many units it asks for in all; more than one where it can be divided, as hours of computing can.</summary>
    public int UnitsOf(int need) => Need.Units[need];

    /// <summary>The cells at which the need could begin.</summary>
    public ReadOnlySpan<int> OptionsOf(int need) =>
        OptionCell.AsSpan(OptionStart[need], OptionStart[need + 1] - OptionStart[need]);

    /// <summary>Which offer a cell belongs to, by the order of the offers' names.</summary>
    public int OfferOf(int cell) => ((CellNames)Cells).OfferOf(cell);

    /// <summary>How much a cell holds at once.</summary>
    public int CapacityOf(int cell) => Capacity[cell];

    /// <summary>The same needs and cells with other claimants.</summary>
    internal AllocationProblem With(IReadOnlyList<string> people, Groups groups, int[] groupOf) => new(
        people, Needs, Cells, Capacity, groups, Need with { Group = groupOf }, (OptionStart, OptionCell, OptionLength), PauseBetween);

    /// <summary>The same needs with their options in another order.</summary>
    internal AllocationProblem WithOptions(int[] cells, ushort[] lengths) =>
        new(People, Needs, Cells, Capacity, Group, Need, (OptionStart, cells, lengths), PauseBetween);

    /// <summary>A person's needs that count against one cap.</summary>
    /// <param name="Person">Whose.</param>
    /// <param name="Family">Which of the person's groups: a quota and its period, for instance.</param>
    /// <param name="Cap">How many units at most.</param>
    internal sealed record Groups(int[] Person, long[] Family, int[] Cap)
    {
        public int Count => Person.Length;
    }

    /// <summary>The pause between two uses of one person, and when cells are.</summary>
    /// <param name="Length">How long; zero for none, and then the times are not kept.</param>
    /// <param name="From">When each cell begins.</param>
    /// <param name="To">When it ends.</param>
    internal sealed record Pause(long Length, long[] From, long[] To);

    /// <summary>The columns of the table of needs.</summary>
    /// <param name="Group">Which group each belongs to.</param>
    /// <param name="Units">Units in all.</param>
    /// <param name="Parallel">Units in one cell at once.</param>
    internal sealed record NeedTable(int[] Group, int[] Units, int[] Parallel);
}
