using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Stories;

/// <summary>A word that stands in every payload, and in nothing that is stored.</summary>
public sealed class Canary : InTown
{
    private const string Word = "gelbstirnkanarienvogel";

    [Fact]
    public async Task Is_found_in_no_file_after_everything_that_can_happen_to_a_payload()
    {
        var offer = await Town.OfferAsync(Town.Bilal, Town.LadderToLend(), ("lockCode", Word), ("address", $"{Word} Lane 3"));
        var need = await Town.NeedAsync(Town.Amina, Town.LadderWanted(), ("contactNote", $"Ask for {Word}."));
        await Town.SettleNowAsync();
        var permit = await Town.AcceptAsync(Town.Amina, need);
        await Town.GrantAsync(Town.Chen, offer);
        Town.Clock.WaitUntil(permit.Window.From);
        Assert.All(await Town.OpenAsync(Town.Amina, offer), part => Assert.Contains(Word, part.Text, StringComparison.Ordinal));
        Assert.All(await Town.OpenAsync(Town.Bilal, need), part => Assert.Contains(Word, part.Text, StringComparison.Ordinal));
        (await Town.ReviseAsync(Town.Bilal, offer, Town.LadderToLend(), ("lockCode", $"new {Word}"))).Granted();
        (await Town.TellAsync(Town.Amina, permit.Id, TownPermits.Broke)).Granted();
        Town.Clock.WaitUntil(permit.Window.To);
        await Town.RunDueJobsAsync();
        (await Town.WithdrawAsync(Town.Bilal, offer, isNeed: false)).Granted();
        await Town.PublishAsync(Town.Amina, Town.LadderToLend() with { Title = "" }, ("lockCode", Word));
        await Town.SendAsync(Town.Amina, Town.LadderToLend(), await Town.SignAsync(
            Town.Chen, (await Town.DraftAsync(Town.Amina, Town.LadderToLend() with { Sealed = ["lockCode"] })).Granted(), ("lockCode", Word)));

        var files = Directory.GetFiles(Path.GetDirectoryName(Town.File.Path)!);

        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.All(files, file => Assert.False(Contains(file, Word), file));
        Assert.Contains(files, file => Contains(file, "Aluminium, two parts."));
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.Database.SqlQuery<int>(
            $"SELECT count(*) AS Value FROM search_index WHERE search_index MATCH {Word}").SingleAsync()));
    }

    private static bool Contains(string file, string text)
    {
        // Open elsewhere, so it has to be shared.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }
}
