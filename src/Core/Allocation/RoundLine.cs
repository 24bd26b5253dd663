using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>What a round says about one need. Every need has exactly one.</summary>
public abstract record RoundLine
{
    private RoundLine()
    {
    }

    /// <summary>The need's name in the round.</summary>
    public abstract string Need { get; init; }

    /// <summary>The rule that decided.</summary>
    public abstract Reason Reason { get; init; }

    /// <summary>It is given unit <paramref name="Unit"/>, from 1, of an offer for one of the windows that it asked for.</summary>
    public sealed record Allotted(string Need, string Offer, int Unit, Window Window, Reason Reason = Reason.Allotted) : RoundLine;

    /// <summary>It waits; <paramref name="Place"/> counts from 1 in the order of claims. Tell it to nobody but who asked.</summary>
    public sealed record Waiting(string Need, int Place, Reason Reason) : RoundLine;

    /// <summary>A rule kept it out of this round.</summary>
    public sealed record Refused(string Need, Reason Reason) : RoundLine;
}
