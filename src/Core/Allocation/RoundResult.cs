using PostMoney.Core.Allocation.Explanations;
using PostMoney.Core.Allocation.Kernel;
using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Core.Allocation;

/// <summary>What a draw came to: a line for each need, and the steps that led there.</summary>
public sealed class RoundResult
{
    private readonly (ClaimPlan Plan, Fairness.Allocation Allocation) _drawn;
    private readonly Explaining _explaining;

    internal RoundResult(
        RoundInput input, (ClaimPlan Plan, Fairness.Allocation Allocation) drawn, FinalState state,
        IReadOnlyList<DrawStep> steps, IReadOnlyList<RoundLine> lines)
    {
        Input = input;
        _drawn = drawn;
        Steps = steps;
        Lines = lines;
        Allotted = [.. lines.OfType<RoundLine.Allotted>()];
        Waiting = [.. lines.OfType<RoundLine.Waiting>().OrderBy(line => line.Place)];
        Refused = [.. lines.OfType<RoundLine.Refused>()];
        _explaining = new Explaining(this, state);
    }

    /// <summary>What was drawn.</summary>
    public RoundInput Input { get; }

    /// <summary>One line for each need, by the need's name.</summary>
    public IReadOnlyList<RoundLine> Lines { get; }

    /// <summary>Who is given what, by the need's name.</summary>
    public IReadOnlyList<RoundLine.Allotted> Allotted { get; }

    /// <summary>The line for units that come free, by place. A freed unit goes to the first whose window it covers.</summary>
    public IReadOnlyList<RoundLine.Waiting> Waiting { get; }

    /// <summary>Who was kept out by a rule, by the need's name.</summary>
    public IReadOnlyList<RoundLine.Refused> Refused { get; }

    /// <summary>Every claim in the order in which it was tried.</summary>
    public IReadOnlyList<DrawStep> Steps { get; }

    /// <summary>What the certificate, which shares nothing with the kernels, finds wrong; empty where nothing is.</summary>
    internal IReadOnlyList<string> Certify() => Input.Terms.Policy.Certify(Input.Problem, _drawn.Plan, _drawn.Allocation);

    /// <summary>Why a need got what it got, in facts about its own person alone.</summary>
    /// <param name="need">The need's name in the round.</param>
    /// <exception cref="KeyNotFoundException">The need was not in the round.</exception>
    public Explanation Explain(string need) => _explaining.Of(need);
}
