using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Operations;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Operations;

/// <summary>What Dora decides about a server holds for all below it, and costs the same among thousands of decisions.</summary>
public sealed class DecidingAboutManyServers : InTown
{
    [Theory]
    [InlineData("b.test")]
    [InlineData("a.b.test:8443")]
    [InlineData("a.very.deep.name.of.b.test")]
    [InlineData("localhost")]
    public async Task Knows_each_server_by_the_same_names(string host)
    {
        await SaidAtAsync(host);

        var names = await Town.AskAsync((PostMoneyDb db) => db.HostDomains.Where(name => name.Host == host).Select(name => name.Domain).ToListAsync());

        Assert.Equal(HostDomain.Of(host).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Knows_them_where_somebody_is_elsewhere_now()
    {
        await SaidAtAsync("a.test");
        await Town.DoAsync(async (PostMoneyDb db) =>
        {
            await using var change = await db.BeginChangeAsync(default);
            await db.Actors.Where(actor => actor.Host == "a.test").ExecuteUpdateAsync(row => row.SetProperty(actor => actor.Host, "x.b.test"));
            await change.SaveAsync(default);
        });
        await DecideAsync("b.test", HostSeverity.Suspend);

        Assert.Empty(await ReadAsync(Viewer.Stranger));
    }

    [Theory]
    [InlineData("b.test", false)]
    [InlineData("a.b.test", false)]
    [InlineData("a.b.test:8443", false)]
    [InlineData("ab.test", true)]
    [InlineData("b.test.example", true)]
    [InlineData("test", true)]
    public async Task Hides_a_suspended_server_and_all_below_it_from_everybody(string host, bool isSeen)
    {
        await SaidAtAsync(host);
        await DecideAsync("b.test", HostSeverity.Suspend);

        Assert.Equal((isSeen, isSeen), ((await ReadAsync(Viewer.Stranger)).Count == 1, (await ReadAsync(await Town.ViewerAsync(Town.Amina))).Count == 1));
    }

    [Theory]
    [InlineData("a.b.test:8443", false)]
    [InlineData("ab.test", true)]
    public async Task Shows_a_limited_server_not_where_everybody_looks(string host, bool isSeen)
    {
        await SaidAtAsync(host);
        await DecideAsync("b.test", HostSeverity.Limit);

        var (everywhere, seen) = await Town.AsAsync(Town.Amina, async (Viewer amina, PostTimelines timelines) =>
            ((await timelines.FederatedAsync(amina, null, default)).Cards.Count == 1, (await ReadAsync(amina)).Count == 1));

        Assert.Equal((isSeen, true), (everywhere, seen));
    }

    [Fact]
    public async Task Looks_up_what_was_decided_and_does_not_read_all_of_it()
    {
        var (suspended, limited) = await Town.AskAsync((PostMoneyDb db) => Task.FromResult(
            (db.Posts.VisibleTo(Viewer.Stranger, db).ToQueryString(), db.Limited(Town.Clock.Now).ToQueryString())));

        Assert.All([suspended, limited], sql => Assert.DoesNotContain(Plan(sql), step => step.StartsWith("SCAN h", StringComparison.Ordinal)));
        Assert.Contains(Plan(suspended), step => step.StartsWith("SEARCH h", StringComparison.Ordinal));
    }

    private Task<List<Post>> ReadAsync(Viewer viewer) => Town.AskAsync((PostMoneyDb db) => db.Posts.VisibleTo(viewer, db).ToListAsync());

    private async Task DecideAsync(string host, HostSeverity severity) => (await Town.AsAsync(Town.Dora, (Viewer dora, DecideAboutHost decide) =>
        decide.ExecuteAsync(dora, host, severity, "Spam.", null, default))).Granted();

    // Somebody of that server, and a public post of theirs.
    private Task SaidAtAsync(string host) => Town.DoAsync(async (PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(default);
        var (author, post, uri) = (Guid.CreateVersion7(), Guid.CreateVersion7(), $"https://{host}/u/x");
        db.Actors.Add(new Actor
        {
            Id = author,
            Uri = uri,
            Host = host,
            Kind = ActorKind.Person,
            Handle = "x",
            Name = "X",
            Summary = "",
            Page = uri,
            Inbox = uri + "/inbox",
            Outbox = uri + "/outbox",
            Keys = "{}",
            FetchedAt = Town.Clock.Now,
            CreatedAt = Town.Clock.Now,
        });
        db.Posts.Add(new Post
        {
            Id = post,
            Uri = uri + "/1",
            AuthorId = author,
            Kind = "Note",
            Title = "",
            Warning = "",
            Content = "<p>Hello.</p>",
            Visibility = PostVisibility.Public,
            ThreadId = post,
            Page = uri + "/1",
            Version = 1,
            IsLocal = false,
            PublishedAt = Town.Clock.Now,
            ReceivedAt = Town.Clock.Now,
        });
        await change.SaveAsync(default);
    });

    private List<string> Plan(string sql)
    {
        using var connection = Town.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith('.')));
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(sql, "@[a-z_0-9]+").Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            command.Parameters.Add(new SqliteParameter(name, Convert.ToString(0, CultureInfo.InvariantCulture)));
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
