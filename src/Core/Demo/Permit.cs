using PostMoney.Core.Foundation;

namespace PostMoney.Core.Demo;

/// <summary>A permit of the town, with both of its sides.</summary>
internal sealed record Permit(
    Guid Id, Guid NeedId, AskingText Need, Resident Who, PublishedOffer Offer, Window Window, DateTimeOffset HoldUntil)
{
    internal LateNeedText? Late => Need as LateNeedText;
}
