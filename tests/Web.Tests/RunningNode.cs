using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Members;
using PostMoney.Core.Operations;
using PostMoney.Web.Host;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>A whole node on a real socket, in a folder of its own, with Dora as its steward.</summary>
public sealed class RunningNode : IAsyncDisposable
{
    public const string Passphrase = "correct horse battery staple";

    private readonly string _folder;
    private readonly WebApplication _app;

    private RunningNode(string folder, WebApplication app)
    {
        _folder = folder;
        _app = app;
    }

    public string Address => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string Folder => _folder;

    public IServiceProvider Services => _app.Services;

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <param name="founded">Whether Dora has set it up.</param>
    /// <param name="configure">A last word on its services, such as another clock.</param>
    /// <param name="prepare">Fills its folder before it starts.</param>
    /// <param name="proxy">The proxy that it trusts.</param>
    /// <param name="source">Where its source is to be found.</param>
    public static async Task<RunningNode> StartAsync(
        bool founded = true,
        Action<WebApplicationBuilder>? configure = null,
        Func<NodeOptions, Task>? prepare = null,
        string? proxy = null,
        string? source = null)
    {
        var folder = Directory.CreateTempSubdirectory("postmoney-web-").FullName;
        var options = new NodeOptions { DataDirectory = folder, Urls = "http://127.0.0.1:0", Proxy = proxy, Source = source };
        await (prepare?.Invoke(options) ?? Task.CompletedTask);
        var app = NodeHost.Build(options, configure);
        await app.StartAsync();
        var node = new RunningNode(folder, app);
        if (founded)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<FoundNode>().OnNodeAsync(
                new NodeForm("Northside Commons", "Neighbours who share.", JoiningModes.Open, "Europe/Berlin", "commons"),
                new JoinRequest("dora", "Dora"), Passphrase, CancellationToken.None);
            Assert.True(done.IsGranted);
        }

        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
