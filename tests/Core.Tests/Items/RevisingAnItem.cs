using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Needs;
using PostMoney.Core.Offers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Items;

public sealed class RevisingAnItem : InTown
{
    [Fact]
    public async Task Keeps_every_signed_version_and_shows_the_newest()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend("A ladder"));

        (await Town.ReviseAsync(Town.Amina, item, Town.LadderToLend("A long ladder"))).Granted();

        var versions = await Town.AskAsync((PostMoneyDb db) => db.ItemVersions.Where(v => v.ItemId == item).Select(v => v.Version).ToListAsync());
        Assert.Equal([1, 2], versions.Order());
        Assert.Equal("A long ladder", (await Town.AskAsync((PostMoneyDb db) => db.Items.SingleAsync(i => i.Id == item))).Title);
    }

    [Fact]
    public async Task Destroys_the_old_ciphertext_and_key()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend(), ("lockCode", "4711"), ("address", "Mill Lane 3"));
        var (oldKey, oldParts) = await PayloadAsync(item);

        (await Town.ReviseAsync(Town.Amina, item, Town.LadderToLend(), ("lockCode", "0815"))).Granted();

        var (newKey, newParts) = await PayloadAsync(item);
        Assert.NotEqual(oldKey, newKey);
        Assert.Single(newParts);
        Assert.DoesNotContain(newParts, part => oldParts.Any(old => old.AsSpan().SequenceEqual(part)));
        Assert.Equal(["0815"], (await Town.OpenAsync(Town.Amina, item)).Select(part => part.Text));
    }

    [Fact]
    public async Task Leaves_nothing_sealed_where_nothing_is_sealed_any_more()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend(), ("lockCode", "4711"));

        (await Town.ReviseAsync(Town.Amina, item, Town.LadderToLend())).Granted();

        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.DataKeys.CountAsync(key => key.ItemId == item)));
        (await Town.GrantAsync(Town.Amina, item)).RefusedAs(ItemRefusals.NotFound);
    }

    [Fact]
    public async Task Lets_permits_that_are_out_open_the_new_payload()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync(1, ("lockCode", "4711"));
        (await Town.ReviseAsync(Town.Bilal, offer, Town.LadderToLend(), ("lockCode", "0815"))).Granted();

        Town.Clock.WaitUntil(permit.Window.From);

        Assert.Equal(["0815"], (await Town.OpenAsync(Town.Amina, offer)).Select(part => part.Text));
    }

    [Fact]
    public async Task Is_for_its_author_alone()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend());

        (await Town.ReviseAsync(Town.Chen, item, Town.LadderToLend())).RefusedAs(ItemRefusals.NotFound);
        (await Town.ReviseAsync(Town.Dora, item, Town.LadderToLend())).RefusedAs(ItemRefusals.NotFound);
        (await Town.ReviseAsync(Town.Zoe, item, Town.LadderToLend())).RefusedAs(ItemRefusals.NotFound);
    }

    [Fact]
    public async Task Refuses_a_version_that_is_not_the_next()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        var inOneTab = await RevisionAsync(item, "One tab");
        var inAnother = await RevisionAsync(item, "Another tab");

        (await SendAsync(item, inOneTab)).Granted();

        (await SendAsync(item, inAnother)).RefusedAs(ItemRefusals.Version);
        (await SendAsync(item, inOneTab)).RefusedAs(ItemRefusals.Version);
    }

    [Fact]
    public async Task Refuses_the_next_version_of_another_item()
    {
        var ladder = await Town.OfferAsync(Town.Amina, Town.LadderToLend("A ladder"));
        var drill = await Town.OfferAsync(Town.Amina, Town.LadderToLend("A drill"));

        (await SendAsync(ladder, await RevisionAsync(drill, "Both"))).RefusedAs(ItemRefusals.Version);
    }

    [Fact]
    public async Task Keeps_the_category()
    {
        var item = await Town.OfferAsync(Town.Amina, Town.LadderToLend());

        (await Town.ReviseAsync(Town.Amina, item, Town.LadderToLend() with
        {
            Category = "offer.room@v1",
            Sections = TownItems.Json("""{"details":{"capacity":5}}"""),
        })).RefusedAs(ItemRefusals.CategoryStays);
    }

    [Fact]
    public async Task Keeps_what_is_promised()
    {
        var (offer, _, permit) = await Town.LendToAminaAsync(units: 1);
        var form = Town.LadderToLend();

        (await Town.ReviseAsync(Town.Bilal, offer, form with { To = permit.Window.To.AddHours(-1) })).RefusedAs(OfferRefusals.WindowPromised);
        (await Town.ReviseAsync(Town.Bilal, offer, form with { From = permit.Window.From.AddHours(1) })).RefusedAs(OfferRefusals.WindowPromised);
        (await Town.ReviseAsync(Town.Bilal, offer, form with { From = permit.Window.From, To = permit.Window.To })).Granted();
    }

    [Fact]
    public async Task Keeps_as_many_units_as_are_promised()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend(units: 2));
        await Town.NeedAsync(Town.Amina, Town.LadderWanted());
        await Town.NeedAsync(Town.Chen, Town.LadderWanted());
        await Town.SettleNowAsync();

        (await Town.ReviseAsync(Town.Bilal, offer, Town.LadderToLend(units: 1))).RefusedAs(OfferRefusals.UnitsPromised);
        (await Town.ReviseAsync(Town.Bilal, offer, Town.LadderToLend(units: 3))).Granted();
    }

    [Fact]
    public async Task Is_not_for_a_need_that_is_allotted()
    {
        var (_, need, _) = await Town.LendToAminaAsync();

        (await Town.ReviseAsync(Town.Amina, need, Town.LadderWanted())).RefusedAs(NeedRefusals.Allotted);
        (await Town.WithdrawAsync(Town.Amina, need, isNeed: true)).RefusedAs(NeedRefusals.Allotted);
    }

    private async Task<Submission> RevisionAsync(Guid item, string title) => await Town.SignAsync(Town.Amina,
        (await Town.AsAsync(Town.Amina, (Viewer amina, DraftItem draft) =>
            draft.RevisionAsync(amina, item, Town.LadderToLend(title), default))).Granted());

    private Task<Result<Guid>> SendAsync(Guid item, Submission submission) =>
        Town.AsAsync(Town.Amina, (Viewer amina, ReviseOffer revise) => revise.ExecuteAsync(amina, item, submission, default));

    private Task<(string Key, List<byte[]> Parts)> PayloadAsync(Guid item) => Town.AskAsync(async (PostMoneyDb db) => (
        (await db.DataKeys.SingleAsync(key => key.ItemId == item)).Id,
        await db.SealedParts.Where(part => part.ItemId == item).Select(part => part.Ciphertext).ToListAsync()));
}
