using PostMoney.Core.Access;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Needs;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Items;

public sealed class AskingForAnOffer : InTown
{
    [Fact]
    public async Task Gets_that_offer_and_no_other()
    {
        await Town.OfferAsync(Town.Ewa, Town.LadderToLend("Ewa's ladder"));
        var bilals = await Town.OfferAsync(Town.Bilal, Town.LadderToLend("Bilal's ladder"));
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted() with { AskedOfferId = bilals });

        await Town.SettleNowAsync();

        Assert.Equal(bilals, (await Town.PermitOfAsync(Town.Amina, need))!.OfferId);
    }

    [Fact]
    public async Task Is_not_for_ones_own()
    {
        var offer = await Town.OfferAsync(Town.Amina, Town.LadderToLend());

        (await Town.PublishAsync(Town.Amina, Town.LadderWanted() with { AskedOfferId = offer })).RefusedAs(NeedRefusals.OwnOffer);
    }

    [Fact]
    public async Task Looks_the_same_where_it_may_not_be_seen_and_where_there_is_none()
    {
        var hidden = await Town.OfferAsync(Town.Bilal, Town.LadderToLend() with { Visibility = Visibility.Direct, Readers = "chen" });

        (await Town.PublishAsync(Town.Amina, Town.LadderWanted() with { AskedOfferId = hidden })).RefusedAs(NeedRefusals.Offer);
        (await Town.PublishAsync(Town.Amina, Town.LadderWanted() with { AskedOfferId = Guid.CreateVersion7() })).RefusedAs(NeedRefusals.Offer);
        (await Town.PublishAsync(Town.Chen, Town.LadderWanted() with { AskedOfferId = hidden })).Granted();
    }

    [Fact]
    public async Task Keeps_to_the_time_of_the_offer()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend());

        (await Town.PublishAsync(Town.Amina, Town.LadderWanted(inDays: 70) with { AskedOfferId = offer })).RefusedAs(NeedRefusals.OutsideOffer);
    }

    [Fact]
    public async Task Is_for_people_and_not_for_groups()
    {
        var group = (await Town.AsAsync(Town.Dora, (Viewer dora, FoundGroup found) =>
            found.ExecuteAsync(dora, "library", "Tool library", "", GroupJoining.Open, default))).Granted();
        var draft = (await Town.DraftAsync(Town.Dora, Town.LadderWanted() with { AsGroup = true, Group = "library" })).Granted();
        Assert.Equal(Town.Dora.Did, draft.GetProperty("attributedTo").GetString());

        var forged = await Town.AskAsync((SignOnNode sign) => sign.AsGroupAsync(
            draft.With(d => d["attributedTo"] = group.Did), new Dictionary<string, string>(), group.Id, default));

        (await Town.SendAsync(Town.Dora, Town.LadderWanted(), forged)).RefusedAs(ItemRefusals.ForeignSignature);
    }

    [Fact]
    public async Task Stops_at_twenty_open_needs()
    {
        for (var i = 0; i < PublishNeed.MostOpen; i++)
        {
            await Town.NeedAsync(Town.Amina, Town.LadderWanted($"Need {i}"));
        }

        (await Town.PublishAsync(Town.Amina, Town.LadderWanted())).RefusedAs(NeedRefusals.TooMany);
        (await Town.PublishAsync(Town.Chen, Town.LadderWanted())).Granted();
    }
}
