using Microsoft.Data.Sqlite;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Inbox;
using Xunit;

namespace PostMoney.Core.Tests.Federation;

public sealed class ForgettingTraffic : InTown
{
    private readonly Guid _chen = Guid.CreateVersion7();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Write(
            $"""
            INSERT INTO actors (id, uri, host, kind, handle, name, summary, page, inbox, outbox, also_known_as, keys, state, fetched_at, created_at)
            VALUES ('{_chen:D}', 'https://p.test/u/chen', 'p.test', 'person', 'chen', 'Chen', '', '', '', '', '', '', 'active', 0, 0)
            """);
    }

    [Fact]
    public async Task Leaves_of_what_came_in_the_hash_by_which_it_is_known_again()
    {
        Incoming("done");
        Incoming("refused");
        Incoming("dead");
        await ForgetAsync(ForgetTraffic.Kept - TimeSpan.FromMinutes(1));
        Assert.Equal((3, 0), (Count("inbox_items"), Count("seen_activities")));

        await ForgetAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((0, 3), (Count("inbox_items"), Count("seen_activities")));
        Assert.Equal(202, (await Town.AskAsync((StoreTogether store) => store.ExecuteAsync(Elsewhere.Letter("done")))).Status);
        Assert.Equal(0, Count("inbox_items"));
        Assert.Equal(202, (await Town.AskAsync((StoreTogether store) => store.ExecuteAsync(Elsewhere.Letter("another")))).Status);
        Assert.Equal(1, Count("inbox_items"));
    }

    [Fact]
    public async Task Keeps_what_is_still_to_be_done_and_to_be_sent()
    {
        Incoming("waiting");
        Outgoing("Follow", isPublic: false, "waiting");

        await ForgetAsync(ForgetTraffic.Kept * 2);

        Assert.Equal((1, 1, 1), (Count("inbox_items"), Count("deliveries"), Count("outbox_activities")));
    }

    [Theory]
    [InlineData("delivered")]
    [InlineData("refused")]
    [InlineData("dead")]
    public async Task Forgets_a_delivery_and_then_what_was_delivered(string state)
    {
        Outgoing("Accept", isPublic: false, state);
        await ForgetAsync(ForgetTraffic.Kept - TimeSpan.FromMinutes(1));
        Assert.Equal((1, 1), (Count("deliveries"), Count("outbox_activities")));

        await ForgetAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((0, 0), (Count("deliveries"), Count("outbox_activities")));
    }

    [Fact]
    public async Task Keeps_what_everybody_may_read_and_what_taking_back_names()
    {
        Outgoing("Create", isPublic: true, "delivered");
        Outgoing("Like", isPublic: false, "delivered");
        Outgoing("Create", isPublic: false, null);

        await ForgetAsync(ForgetTraffic.Kept + TimeSpan.FromMinutes(1));

        Assert.Equal(0, Count("deliveries"));
        Assert.Equal(2, Count("outbox_activities"));
        Assert.Equal(1, Count("outbox_activities WHERE is_public = 1"));
        Assert.Equal(1, Count("outbox_activities WHERE type = 'Like'"));
    }

    [Fact]
    public async Task Comes_to_an_end_with_more_than_one_change_takes()
    {
        for (var number = 0; number < (2 * ForgetTraffic.AtOnce) + 1; number++)
        {
            Incoming("done", $"{number}");
        }

        await ForgetAsync(ForgetTraffic.Kept + TimeSpan.FromMinutes(1));

        Assert.Equal((0, (2 * ForgetTraffic.AtOnce) + 1), (Count("inbox_items"), Count("seen_activities")));
    }

    [Fact]
    public void Finds_what_went_out_by_an_index_however_much_stays() => Assert.Contains(
        "outbox_activities_passing", Plan("SELECT id FROM outbox_activities AS o WHERE NOT (o.is_public) AND o.type <> 'Like' AND o.id < 'x' ORDER BY o.id"), StringComparison.Ordinal);

    private async Task ForgetAsync(TimeSpan after)
    {
        Town.Clock.Pass(after);
        await Town.DoAsync((ForgetTraffic forget) => forget.ExecuteAsync(default));
    }

    private string NewId() => Guid.CreateVersion7(Town.Clock.Now).ToString("D");

    private void Incoming(string state, string? name = null) => Write(
        $"""
        INSERT INTO inbox_items (id, uri_hash, actor_id, type, state, attempts, due_at, received_at)
        VALUES ('{NewId()}', X'{Convert.ToHexString(Elsewhere.HashOf(name ?? state))}', '{_chen:D}', 'Like', '{state}', 0, {long.MaxValue / 2}, 0)
        """);

    private void Outgoing(string type, bool isPublic, string? delivery)
    {
        var id = NewId();
        Write(
            $"""
            INSERT INTO outbox_activities (id, actor_id, uri, type, document, is_public, at)
            VALUES ('{id}', '{_chen:D}', 'https://n.test/activities/{id}', '{type}', X'00', {(isPublic ? 1 : 0)}, 0)
            """);
        if (delivery is not null)
        {
            Write(
                $"""
                INSERT INTO deliveries (id, activity_id, inbox, host, state, attempts, due_at, created_at)
                VALUES ('{NewId()}', '{id}', 'https://p.test/inbox', 'p.test', '{delivery}', 0, 0, 0)
                """);
        }
    }

    private void Write(string sql)
    {
        using var connection = Town.File.Open();
        Run(connection, "PRAGMA query_only = OFF");
        Run(connection, sql);
        Run(connection, "PRAGMA query_only = ON");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private int Count(string what)
    {
        using var connection = Town.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {what}";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Plan(string sql)
    {
        using var connection = Town.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using var reader = command.ExecuteReader();
        return reader.Read() ? reader.GetString(3) : "";
    }
}
