using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PostMoney.Core;
using PostMoney.Core.Members;
using PostMoney.Fixtures;
using PostMoney.Jobs;
using PostMoney.Web.Host;
using Xunit;

namespace PostMoney.Web.Tests.Days;

/// <summary>
/// A node on a real socket whose days pass when the story says so, and the browsers of the people who use it. Eli has set it
/// up; who joins keeps their passport as the day wants it.
/// </summary>
public sealed class ToolLibrary : IAsyncDisposable
{
    /// <summary>A word that Dora writes in the open; who looks for canaries has to find it.</summary>
    public const string Planted = "kingfisherblue";

    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private readonly Browser _browser;
    private readonly LeapingClock _clock;
    private readonly (TextWriter Before, StringWriter Now) _console;
    private readonly List<Neighbour> _neighbours = [];

    private ToolLibrary(Browser browser, Custody custody, LeapingClock clock, CapturedLogs logs, (TextWriter Before, StringWriter Now) console,
        RunningNode node)
    {
        (_browser, Custody, _clock, Logs, _console, Node) = (browser, custody, clock, logs, console, node);
    }

    /// <summary>Who keeps the passports of those who join.</summary>
    public Custody Custody { get; }

    public RunningNode Node { get; }

    /// <summary>Everything that the node has logged, at every level.</summary>
    public CapturedLogs Logs { get; }

    /// <summary>Everything that was written on the console.</summary>
    public string Printed => _console.Now.ToString();

    /// <summary>All who have a browser.</summary>
    public IReadOnlyList<Neighbour> Neighbours => _neighbours;

    /// <summary>Opens it on the first of February 2027, a Monday, at eight in the morning.</summary>
    public static async Task<ToolLibrary> OpenAsync(Browser browser, Custody custody)
    {
        var clock = new LeapingClock(At("2027-02-01 08:00"));
        var logs = new CapturedLogs();
        var console = (Before: Console.Out, Now: new StringWriter());
        Console.SetOut(TextWriter.Synchronized(console.Now));
        var node = await RunningNode.StartAsync(founded: false, builder => Configure(builder, clock, logs));
        return new ToolLibrary(browser, custody, clock, logs, console, node);
    }

    /// <summary>A moment in Berlin.</summary>
    public static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, _berlin.GetUtcOffset(time)).ToUniversalTime();
    }

    /// <summary>Tells a story. Where it breaks, the fault says what each of the people had before them.</summary>
    public async Task TellAsync(Func<Task> story)
    {
        try
        {
            await story();
        }
        catch (Exception fault)
        {
            var seen = await Task.WhenAll(_neighbours.Select(async neighbour =>
                $"--- {neighbour.Name} at {neighbour.Page.Url}\n{await neighbour.Page.Locator("main").InnerTextAsync()}"));
            throw new Xunit.Sdk.XunitException($"{fault.Message}\n{string.Join('\n', seen)}", fault);
        }
    }

    /// <summary>Eli sets the node up, and the node keeps his passport.</summary>
    public async Task<Neighbour> FoundAsync()
    {
        var eli = new NeighbourOnNode("Eli", await PageAsync(scripting: false));
        _neighbours.Add(eli);
        await eli.FoundsAsync(Node.Services.GetRequiredService<SetupCode>().Text);
        return eli;
    }

    /// <summary>Somebody comes with a browser of their own and joins.</summary>
    public async Task<Neighbour> JoinAsync(string name)
    {
        Neighbour neighbour = Custody == Custody.Node
            ? new NeighbourOnNode(name, await PageAsync(scripting: false))
            : new NeighbourWithPassport(name, await PageAsync(scripting: true));
        _neighbours.Add(neighbour);
        await neighbour.JoinsAsync();
        return neighbour;
    }

    /// <summary>Somebody who is no member.</summary>
    public async Task<Neighbour> StrangerAsync() => new NeighbourOnNode("A stranger", await PageAsync(scripting: false));

    /// <summary>Time passes, and what is due is done.</summary>
    public async Task WaitUntilAsync(string local)
    {
        _clock.WaitUntil(At(local));
        var runner = Node.Services.GetRequiredService<JobRunner>();
        await runner.RunDueAsync(CancellationToken.None);
        await runner.SweepAsync(CancellationToken.None);
    }

    /// <summary>Reads what the node has stored.</summary>
    public async Task<T> StoredAsync<T>(Func<PostMoneyDb, Task<T>> read)
    {
        await using var scope = Node.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PostMoneyDb>());
    }

    /// <summary>What must hold at any time: no unit is promised twice, and no job was given up.</summary>
    public async Task HoldsAsync()
    {
        var uses = await StoredAsync(db => db.UnitUses.AsNoTracking().Where(use => use.ReleasedAt == null).ToListAsync());
        foreach (var unit in uses.GroupBy(use => (use.OfferId, use.Unit)))
        {
            var inOrder = unit.OrderBy(use => use.FromAt).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.ToAt <= pair.Second.FromAt, $"Unit {unit.Key.Unit} is promised twice."));
        }

        Assert.Equal(0, await StoredAsync(db => db.Jobs.CountAsync(job => job.Problem != null)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var neighbour in _neighbours)
        {
            await neighbour.Page.Context.DisposeAsync();
        }

        await Node.DisposeAsync();
        Console.SetOut(_console.Before);
    }

    private Task<Microsoft.Playwright.IPage> PageAsync(bool scripting) =>
        _browser.OpenAsync(Node.Address, scripting, from: $"10.0.0.{_neighbours.Count + 1}");

    private static void Configure(WebApplicationBuilder builder, LeapingClock clock, CapturedLogs logs)
    {
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IStartupFilter, AtTheirOwnAddress>();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs).AddFilter<CapturedLogs>(null, LogLevel.Trace);

        // The story says when time has passed; the schedule would do what is due beside it.
        foreach (var schedule in builder.Services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true).ToList())
        {
            builder.Services.Remove(schedule);
        }
    }

    /// <summary>Everybody comes from an address of their own, as from homes of their own: limits count each apart.</summary>
    private sealed class AtTheirOwnAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, pass) =>
            {
                context.Connection.RemoteIpAddress =
                    IPAddress.TryParse(context.Request.Headers["X-From"], out var home) ? home : context.Connection.RemoteIpAddress;
                return pass(context);
            });
            next(app);
        };
    }
}
