using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Offers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Items;

public sealed class WithdrawingAnItem : InTown
{
    [Fact]
    public async Task Leaves_a_signed_tombstone_and_destroys_what_was_sealed()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend(), ("lockCode", "4711"));

        (await Town.WithdrawAsync(Town.Amina, item, isNeed: false)).Granted();

        var (state, tombstone, sealedParts, keys, found) = await Town.AskAsync(async (PostMoneyDb db) => (
            (await db.Items.SingleAsync(i => i.Id == item)).State,
            System.Text.Encoding.UTF8.GetString((await db.ItemVersions.SingleAsync(v => v.ItemId == item && v.Version == 2)).Record),
            await db.SealedParts.CountAsync(),
            await db.DataKeys.CountAsync(),
            await db.SearchEntries.CountAsync()));
        Assert.Equal(ItemState.Withdrawn, state);
        Assert.Contains("\"Tombstone\"", tombstone, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (sealedParts, keys, found));
        (await Town.GrantAsync(Town.Amina, item)).RefusedAs(ItemRefusals.NotFound);
    }

    [Fact]
    public async Task Is_for_good()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        (await Town.WithdrawAsync(Town.Amina, item, isNeed: false)).Granted();

        (await Town.WithdrawAsync(Town.Amina, item, isNeed: false)).RefusedAs(ItemRefusals.NotAnyMore);
        (await Town.ReviseAsync(Town.Amina, item, Town.LadderToLend())).RefusedAs(ItemRefusals.NotAnyMore);
    }

    [Fact]
    public async Task Is_for_its_author_alone()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend());

        (await Town.WithdrawAsync(Town.Chen, item, isNeed: false)).RefusedAs(ItemRefusals.NotFound);
        (await Town.WithdrawAsync(Town.Dora, item, isNeed: false)).RefusedAs(ItemRefusals.NotFound);
    }

    [Fact]
    public async Task Needs_the_tombstone_of_this_very_version_signed_by_its_author()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        var draft = (await Town.AsAsync(Town.Amina, (Viewer amina, DraftItem d) => d.WithdrawalAsync(amina, item, default))).Granted();

        (await SendAsync(item, Town.Chen.Sign(draft, Town.Clock.Now))).RefusedAs(ItemRefusals.ForeignSignature);
        (await SendAsync(item, Town.Amina.Sign(draft.With(d => d["version"] = 7), Town.Clock.Now))).RefusedAs(ItemRefusals.Version);
        (await SendAsync(item, Town.Amina.Sign(draft.With(d => d["authority"] = Town.Zoe.Did), Town.Clock.Now)))
            .RefusedAs(ItemRefusals.ForeignAuthority);
        (await SendAsync(item, Town.Amina.Sign(draft.With(d => d["reason"] = "none"), Town.Clock.Now))).RefusedAs("record.shape");
        (await SendAsync(item, Town.Amina.Sign(draft, Town.Clock.Now))).Granted();
    }

    [Fact]
    public async Task Is_not_for_an_offer_that_is_promised()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync(1, ("lockCode", "4711"));

        (await Town.WithdrawAsync(Town.Bilal, offer, isNeed: false)).RefusedAs(OfferRefusals.Promised);

        Town.Clock.WaitUntil(permit.Window.From);
        Assert.Equal(["4711"], (await Town.OpenAsync(Town.Amina, offer)).Select(part => part.Text));
    }

    [Fact]
    public async Task Takes_a_need_out_of_the_round()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        (await Town.WithdrawAsync(Town.Amina, need, isNeed: true)).Granted();

        await Town.SettleNowAsync();

        Assert.Null(await Town.PermitOfAsync(Town.Amina, need));
    }

    [Fact]
    public async Task Happens_by_itself_when_the_window_is_over()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        Town.Clock.Pass(TimeSpan.FromDays(60));

        Assert.Equal(1, await Town.AskAsync((ExpireItems expire) => expire.ExecuteAsync(default)));
        Assert.Equal(0, await Town.AskAsync((ExpireItems expire) => expire.ExecuteAsync(default)));

        Assert.Equal(ItemState.Expired, await Town.AskAsync((PostMoneyDb db) => db.Items.Where(i => i.Id == item).Select(i => i.State).SingleAsync()));
    }

    private Task<Result<Done>> SendAsync(Guid item, byte[] tombstone) =>
        Town.AsAsync(Town.Amina, (Viewer amina, WithdrawOffer withdraw) => withdraw.ExecuteAsync(amina, item, tombstone, default));
}
