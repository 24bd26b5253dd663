using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Offers;
using PostMoney.Core.Operations;
using PostMoney.Core.Passports;
using PostMoney.Fixtures;
using PostMoney.Web.Host;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>A whole node of ours on a real socket over TLS, under a name that the test's authority certifies, with Dora as its steward.</summary>
public sealed class FederatedNode : IAsyncDisposable
{
    public const string Passphrase = "correct horse battery staple";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly string _folder;
    private readonly WebApplication _app;

    private FederatedNode(string folder, string origin, WebApplication app) => (_folder, Origin, _app) = (folder, origin, app);

    /// <summary>Such as <c>https://northside.test:41234</c>.</summary>
    public string Origin { get; }

    /// <summary>Name and port.</summary>
    public string Host => Origin["https://".Length..];

    public IServiceProvider Services => _app.Services;

    /// <param name="authority">Certifies it, and is the only one that it trusts.</param>
    /// <param name="name">A name under <c>.test</c>.</param>
    /// <param name="members">Handles of members beside Dora.</param>
    public static async Task<FederatedNode> StartAsync(LocalAuthority authority, string name, params string[] members)
    {
        var folder = Directory.CreateTempSubdirectory("postmoney-federation-").FullName;
        var port = FreePort();
        var origin = $"https://{name}:{port}";
        var options = new NodeOptions { DataDirectory = folder, Urls = $"https://127.0.0.1:{port}", Origin = origin };
        var certificate = authority.Issue(name);
        var app = NodeHost.Build(options, builder =>
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
            builder.Services.AddSingleton(FetchPolicy.OfLoopback with
            {
                Certificates = authority.ChainPolicy(),
                Resolve = (host, _) => Task.FromResult(host.EndsWith(".test", StringComparison.Ordinal) ? [IPAddress.Loopback] : Array.Empty<IPAddress>()),
            });
        });
        await app.StartAsync();
        var node = new FederatedNode(folder, origin, app);
        Assert.True((await node.AskAsync((FoundNode found) => found.OnNodeAsync(
            new NodeForm($"The node {name}", "Neighbours who share.", JoiningModes.Open, "UTC", "commons"),
            new JoinRequest("dora", "Dora"), Passphrase, default))).IsGranted);
        foreach (var handle in members)
        {
            Assert.True((await node.AskAsync((JoinCommunity join) => join.OnNodeAsync(
                new JoinRequest(handle, char.ToUpperInvariant(handle[0]) + handle[1..]), Passphrase, default))).IsGranted);
        }

        return node;
    }

    /// <summary>Somebody joins who keeps a passport of their own.</summary>
    public async Task JoinAsync(Person person)
    {
        var challenge = await AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.Join, default));
        var joined = await AskAsync((JoinCommunity join) => join.WithPassportAsync(
            person.Request, person.Answer(ChallengePurpose.Join, challenge), Town.Origin, default));
        Assert.True(joined.IsGranted);
    }

    /// <summary>Drafts, seals, signs and publishes an offer, by the steps of the page.</summary>
    public async Task<Guid> OfferAsync(Person person, ItemForm form, params (string Part, string Text)[] secrets)
    {
        var handle = person.Request.Handle;
        var draft = await DoAsync(handle, (Viewer viewer, DraftItem drafts) =>
            drafts.NewAsync(viewer, form with { Sealed = [.. secrets.Select(secret => secret.Part)] }, default));
        var submission = await AskAsync((SignOnNode sign) => sign.AsMemberAsync(
            draft, secrets.ToDictionary(secret => secret.Part, secret => secret.Text), person.Passport, TimeProvider.System.GetUtcNow(), default));
        return await DoAsync(handle, (Viewer viewer, PublishOffer publish) => publish.ExecuteAsync(viewer, submission, default));
    }

    /// <summary>The id of a member.</summary>
    public string IdOf(string handle) => $"{Origin}/u/{handle}";

    /// <summary>How people write a member.</summary>
    public string AddressOf(string handle) => $"@{handle}@{Host}";

    /// <summary>One request of nobody's.</summary>
    public async Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>One request of a member's.</summary>
    public async Task<T> AsAsync<TUseCase, T>(string handle, Func<Viewer, TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var node = scope.ServiceProvider;
        var member = await node.GetRequiredService<PostMoneyDb>().Members.AsNoTracking().FirstAsync(m => m.Handle == handle);
        var viewer = await node.GetRequiredService<Viewers>().OfAsync(member.Id, member.Did, default);
        return await ask(viewer, node.GetRequiredService<TUseCase>());
    }

    /// <summary>The same, which must be granted.</summary>
    public async Task<T> DoAsync<TUseCase, T>(string handle, Func<Viewer, TUseCase, Task<Result<T>>> ask)
        where TUseCase : notnull
    {
        var done = await AsAsync(handle, ask);
        Assert.True(done.IsGranted, done.IsGranted ? "" : done.Refusal.Code);
        return done.Value;
    }

    /// <summary>Waits until the database says so; fails with what came in and what went out.</summary>
    public async Task WaitForAsync(string what, Func<PostMoneyDb, Task<bool>> isSo)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PostMoneyDb>();
            if (await isSo(db))
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(until) > _patience)
            {
                var came = await db.InboxItems.AsNoTracking().Select(item => $"{item.Type}: {item.State} {item.Problem}").ToListAsync();
                var went = await db.Deliveries.AsNoTracking().Select(delivery => $"{delivery.Inbox}: {delivery.State} {delivery.Problem}").ToListAsync();
                Assert.Fail($"At {Host} it never came to this: {what}\nin: {string.Join("\n    ", came)}\nout: {string.Join("\n     ", went)}");
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
