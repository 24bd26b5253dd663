using Microsoft.EntityFrameworkCore;
using PostMoney.Web.Tests.Leaks;
using Xunit;

namespace PostMoney.Web.Tests.Days;

/// <content>Where what was sealed must not be found, and one place where it must.</content>
public abstract partial class TheDrillEverybodyWants
{
    // While the permits are open: everybody follows every link, and knows the addresses of both permits.
    private async Task No_page_shows_what_is_sealed()
    {
        string[] known = ["/metrics", "/healthz", "/nowhere", "/oops/500", "/audit/log.csv", "/audit/log.json", "/audit/grants.csv", "/audit/grants.json",
            .. new[] { _ofAmina, _ofBilal }.SelectMany(id => new[] { $"/assignments/{id}", $"/assignments/{id}/release?minutes=abc", $"/assignments/{id}/outcome" })];
        var planted = new CanarySweep(ToolLibrary.Planted);
        foreach (var neighbour in new[] { _stranger, _chen, _gus, _fay, _dora, _amina })
        {
            var pages = await Crawl.AsAsync(_library.Node.Address, await neighbour.CookiesAsync(), known);
            Assert.All(pages, page => Assert.True(_sweep.FindIn(page.Headers + page.Body).Count == 0, $"{neighbour.Name} reads it at {page.Path}."));
            Assert.Contains(pages, page => planted.FindIn(page.Body).Count > 0);
            Assert.True(pages.Count(page => page.Status == System.Net.HttpStatusCode.OK) > (neighbour == _stranger ? 20 : 40), $"{neighbour.Name} got nowhere.");
        }

        Assert.Equal([NewLock, Address], _sweep.FindIn(await _amina.OpensAsync(_ofAmina)));
    }

    private async Task Nothing_that_was_sealed_is_left_anywhere()
    {
        var planted = new CanarySweep(ToolLibrary.Planted);
        Assert.Contains(("node.db", ToolLibrary.Planted), planted.FindInFiles(_library.Node.Folder));
        Assert.Empty(_sweep.FindInFiles(_library.Node.Folder));
        foreach (var word in new[] { Lock, NewLock, Address, Note })
        {
            Assert.Equal(0, await IndexedAsync(word));
        }

        Assert.Equal(1, await IndexedAsync(ToolLibrary.Planted));
        Assert.Empty(_sweep.FindIn(_library.Logs.Text));
        Assert.Contains(Microsoft.Extensions.Logging.LogLevel.Debug, _library.Logs.Levels.Keys);
        Assert.Contains($"/assignments/{_ofAmina}/release", _library.Logs.Text, StringComparison.Ordinal);
        Assert.Empty(_sweep.FindIn(_library.Printed));
        foreach (var neighbour in _library.Neighbours.OfType<NeighbourWithPassport>())
        {
            Assert.Empty(_sweep.FindIn(neighbour.Sent));
            Assert.Empty(new CanarySweep(Neighbour.Passphrase).FindIn(neighbour.Sent));
            Assert.Contains("POST ", neighbour.Sent, StringComparison.Ordinal);
        }
    }

    private Task<int> IndexedAsync(string word) => _library.StoredAsync(db =>
        db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM search_index WHERE search_index MATCH {word}").SingleAsync());

    private Task<byte[][]> SecretsAsync() => _library.StoredAsync(async db => (byte[][])
    [
        .. await db.SealedParts.Where(part => part.ItemId == _drills).Select(part => part.Ciphertext).ToListAsync(),
        .. await db.DataKeys.Where(key => key.ItemId == _drills).Select(key => key.Wrapped).ToListAsync(),
    ]);
}
