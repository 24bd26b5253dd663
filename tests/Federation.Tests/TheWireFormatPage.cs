using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Access;
using PostMoney.Core.Items;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>The program on <c>docs/wire-format.md</c>, letter for letter, reads what a node serves.</summary>
public sealed class TheWireFormatPage : IAsyncLifetime
{
    private readonly LocalAuthority _authority = new();
    private readonly Person _amina = new("Amina");
    private FederatedNode _northside = null!;

    public async ValueTask InitializeAsync()
    {
        _northside = await FederatedNode.StartAsync(_authority, "northside.test");
        await _northside.JoinAsync(_amina);
    }

    public async ValueTask DisposeAsync()
    {
        await (_northside?.DisposeAsync() ?? ValueTask.CompletedTask);
        _amina.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task Has_a_program_that_believes_a_record_and_no_changed_one()
    {
        var ladder = await _northside.OfferAsync(_amina, Ladder, ("lockCode", "4711"));
        using var client = _authority.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_northside.Origin}/proposals/{ladder:D}");
        request.Headers.Accept.ParseAdd("application/activity+json");
        using var answer = await client.SendAsync(request);
        var proposal = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal("valid", await RunAsync(proposal));

        var record = JsonNode.Parse(proposal["record"]!.GetValue<string>())!;
        record["title"] = "A ladder of 6 metres";
        proposal["record"] = record.ToJsonString();
        Assert.Equal("not valid", await RunAsync(proposal));
    }

    private static ItemForm Ladder => new()
    {
        Category = "offer.tool@v1",
        Title = "A ladder of 5 metres",
        Summary = "Aluminium, two parts.",
        From = TimeProvider.System.GetUtcNow(),
        To = TimeProvider.System.GetUtcNow().AddDays(30),
        Sections = JsonElement.Parse("""{"details":{"kind":"ladder","condition":"good"}}"""),
        Units = 1,
        Visibility = Visibility.Public,
    };

    private static async Task<string> RunAsync(JsonNode proposal)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "--eval", ScriptOnThePage()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(proposal.ToJsonString(new JsonSerializerOptions()));
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return said.Trim();
    }

    private static string ScriptOnThePage()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PostMoney.sln")))
        {
            folder = folder.Parent!;
        }

        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "wire-format.md"));
        var from = page.IndexOf("```js\n", page.IndexOf("<!-- verify-record.mjs -->", StringComparison.Ordinal), StringComparison.Ordinal) + 6;
        return page[from..page.IndexOf("\n```", from, StringComparison.Ordinal)];
    }
}
