using PostMoney.Core.Foundation;

namespace PostMoney.Core.Demo;

/// <summary>An offer of the town as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What it says.</param>
/// <param name="Keeper">Whose it is, or the group's first steward.</param>
/// <param name="GroupId">The group that publishes it, or null.</param>
/// <param name="Window">Its window.</param>
internal sealed record PublishedOffer(Guid Id, OfferText Text, Resident Keeper, Guid? GroupId, Window Window);
