using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using PostMoney.Core.Access;
using PostMoney.Core.Groups;
using PostMoney.Core.Members;
using PostMoney.Web.Pages.Desk;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>A group's steward imports its inventory, without scripting.</summary>
public sealed class ImportingATable(Browser browser) : IClassFixture<Browser>
{
    private const string Canary = "CANARY-SHED-2319";

    private static readonly int _nextYear = TimeProvider.System.GetUtcNow().Year + 1;

    [Fact]
    public async Task Shows_every_row_and_publishes_the_right_ones_after_a_yes()
    {
        await using var node = await RunningNode.StartAsync();
        var dora = await StewardAsync(node);

        await PreviewAsync(dora, $"""
            name,from,to,details.kind,details.condition,private.lockCode
            =SUM(A1),2027-03-02,{_nextYear + 60}-12-31,drill,good,{Canary}
            Ladder,2027-03-02,{_nextYear}-12-31,ladder,good,{Canary}
            Saw,2027-03-02,{_nextYear}-12-31,saw,shiny,
            """);

        Assert.Equal("1 of 3 rows can be imported", await dora.Locator("h1").InnerTextAsync());
        Assert.Contains("Use new, good, worn, repair.", await dora.Locator("section:has(#wrong)").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("=SUM(A1)", await dora.Locator("section:has(#wrong)").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, await dora.ContentAsync(), StringComparison.Ordinal);
        await dora.ClickAsync("button:has-text('Publish 1 offer')");
        Assert.EndsWith("/groups/tool-library", dora.Url, StringComparison.Ordinal);
        await dora.GotoAsync("/");
        Assert.Equal("Ladder", await dora.Locator("article.card .card-title").InnerTextAsync());
    }

    [Fact]
    public async Task Says_that_it_was_imported_before_and_wants_a_tick()
    {
        await using var node = await RunningNode.StartAsync();
        var dora = await StewardAsync(node);
        var table = $"name,from,to,details.kind,details.condition\nLadder,2027-03-02,{_nextYear}-12-31,ladder,good\n";
        await PreviewAsync(dora, table);
        await dora.ClickAsync("button:has-text('Publish 1 offer')");

        await PreviewAsync(dora, table);
        await dora.ClickAsync("button:has-text('Publish 1 offer')");

        Assert.Equal(1, await dora.Locator(".error-summary").CountAsync());
        await dora.CheckAsync("[name=Again]");
        await dora.ClickAsync("button:has-text('Publish 1 offer')");
        await dora.GotoAsync("/");
        Assert.Equal(2, await dora.Locator("article.card").CountAsync());
    }

    [Fact]
    public async Task Is_refused_beside_the_file_where_it_is_no_table()
    {
        await using var node = await RunningNode.StartAsync();
        var dora = await StewardAsync(node);

        await PreviewAsync(dora, "name,from\n\"Dr\"ill,x\n");

        Assert.StartsWith("Line 2", await dora.Locator("#File-error").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("true", await dora.Locator("#File").GetAttributeAsync("aria-invalid"));
    }

    [Fact]
    public async Task Is_never_laid_down_in_a_file_on_its_way()
    {
        await using var node = await RunningNode.StartAsync();
        var largest = node.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize;
        var kept = typeof(ImportModel).GetCustomAttribute<RequestFormLimitsAttribute>()?.MemoryBufferThreshold;

        Assert.True(kept > largest, "A form above the threshold would be buffered on disk, private cells and all.");
    }

    private async Task<IPage> StewardAsync(RunningNode node)
    {
        var page = await browser.OpenAsync(node.Address, scripting: false);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Handle]", "dora");
        await page.FillAsync("[name=Passphrase]", RunningNode.Passphrase);
        await page.ClickAsync("form:has([name=Passphrase]) button");
        await using var scope = node.Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<SignIn>()
            .WithPassphraseAsync("dora", RunningNode.Passphrase, "a test", CancellationToken.None);
        var dora = await scope.ServiceProvider.GetRequiredService<Sessions>().FindAsync(token.Value, CancellationToken.None);
        var viewer = await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(dora!.Viewer.Id, dora.Viewer.Did!, CancellationToken.None);
        Assert.True((await scope.ServiceProvider.GetRequiredService<FoundGroup>()
            .ExecuteAsync(viewer, "tool-library", "Tool Library", "", GroupJoining.Open, CancellationToken.None)).IsGranted);
        return page;
    }

    private static async Task PreviewAsync(IPage page, string table)
    {
        await page.GotoAsync("/desk/import");
        await page.SetInputFilesAsync("#File", new FilePayload
        {
            Name = "inventory.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(table.ReplaceLineEndings("\n")),
        });
        await page.ClickAsync("button:has-text('Preview')");
    }
}
