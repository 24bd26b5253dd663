using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Explanations;

namespace PostMoney.Web.Display;

/// <summary>Where somebody stands in a line, at a glance.</summary>
/// <param name="Number">A figure beside the words, or a dash where there is no line to stand in.</param>
/// <param name="Text">In words.</param>
public sealed record PlaceLabel(string Number, string Text)
{
    /// <summary>The place that an explanation tells of: a band for those who wait, a word for those whom a rule holds back.</summary>
    public static PlaceLabel Of(Explanation explanation) => explanation.Band switch
    {
        OddsBand.Next => new("1", "Next in line"),
        OddsBand.WithinFive => new("5", "Among the first five"),
        OddsBand.WithinTen => new("10", "Among the first ten"),
        OddsBand.WithinTwenty => new("20", "Among the first twenty"),
        OddsBand.WithinFifty => new("50", "Among the first fifty"),
        OddsBand.BeyondFifty => new("50+", "Further back in line"),
        _ => new("–", explanation.Reason switch
        {
            Reason.Cooldown => "A pause between two uses",
            Reason.PersonQuota or Reason.NodeQuota or Reason.ForeignQuota => "The limit is reached",
            Reason.NotEligible => "No offer fits yet",
            Reason.Allotted => "It was yours",
            _ => "Not this time",
        }),
    };
}
