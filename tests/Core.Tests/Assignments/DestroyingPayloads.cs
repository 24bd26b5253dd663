using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Items;
using PostMoney.Core.Storage;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Assignments;

public sealed class DestroyingPayloads : InTown
{
    [Fact]
    public async Task Waits_until_the_window_of_an_item_is_over()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend(), ("lockCode", "4711"));
        Town.Clock.Pass(TimeSpan.FromDays(59));
        Assert.Equal(0, await SweepAsync());
        Assert.Single(await Town.OpenAsync(Town.Bilal, offer));

        Town.Clock.Pass(TimeSpan.FromDays(2));

        Assert.Equal(1, await SweepAsync());
        Assert.Equal((0, 0), await LeftAsync());
        (await Town.GrantAsync(Town.Bilal, offer)).RefusedAs(ItemRefusals.NotFound);
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task Waits_for_a_permit_that_lasts_longer_than_the_need_it_was_given_for()
    {
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted(), ("contactNote", "Ring at 3b."));
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        await Town.SettleNowAsync();
        var permit = await Town.AcceptAsync(Town.Amina, need);
        Town.Clock.WaitUntil(permit.Window.From.AddMinutes(1));
        (await Town.AsAsync(Town.Amina, (Viewer amina, RenewAssignment renew) => renew.ExecuteAsync(amina, permit.Id, default))).Granted();
        Town.Clock.WaitUntil(permit.Window.To.AddMinutes(1));

        Assert.Equal(0, await SweepAsync());
        Assert.Single(await Town.OpenAsync(Town.Bilal, need));

        Town.Clock.Pass(permit.Window.To - permit.Window.From);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal((0, 0), await LeftAsync());
    }

    [Fact]
    public async Task Leaves_no_key_in_any_file_once_the_log_is_folded()
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend(), ("lockCode", "4711"));
        var (key, cipher) = await Town.AskAsync(async (PostMoneyDb db) =>
            ((await db.DataKeys.SingleAsync()).Wrapped, (await db.SealedParts.SingleAsync()).Ciphertext));
        Assert.True(IsInSomeFile(key) && IsInSomeFile(cipher));
        Town.Clock.Pass(TimeSpan.FromDays(61));
        Assert.Equal(1, await SweepAsync());
        Assert.True(IsInSomeFile(key), "The write-ahead log keeps what was destroyed; if it did not, folding it would prove nothing.");

        Assert.True(await Town.AskAsync((FoldLog fold) => fold.ExecuteAsync(default)));

        Assert.False(IsInSomeFile(key));
        Assert.False(IsInSomeFile(cipher));
    }

    private async Task<int> SweepAsync()
    {
        await Town.AskAsync((ExpireItems expire) => expire.ExecuteAsync(default));
        return await Town.AskAsync((DestroyPayloads destroy) => destroy.ExecuteAsync(default));
    }

    private Task<(int Parts, int Keys)> LeftAsync() =>
        Town.AskAsync(async (PostMoneyDb db) => (await db.SealedParts.CountAsync(), await db.DataKeys.CountAsync()));

    private bool IsInSomeFile(byte[] bytes) => Directory.GetFiles(Path.GetDirectoryName(Town.File.Path)!).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var all = new byte[stream.Length];
        stream.ReadExactly(all);
        return all.AsSpan().IndexOf(bytes) >= 0;
    });
}
