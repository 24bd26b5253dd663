using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Log;
using PostMoney.Core.Members;
using PostMoney.Core.Operations;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Log;

public sealed class ReadingTheLog : InTown
{
    [Fact]
    public async Task Finds_it_whole_after_a_day_of_work()
    {
        await Town.LendToAminaAsync(1, ("lockCode", "4711"));

        var lines = await Town.AskAsync((PostMoneyDb db) => db.LogEntries.OrderBy(line => line.Position).ToListAsync());

        Assert.Equal(Enumerable.Range(1, lines.Count).Select(position => (long)position), lines.Select(line => line.Position));
        Assert.Equal(0, await CheckAsync(Town.Fay));
        foreach (var kind in new[] { "node.founded", "member.joined", "item.published", "round.drawn", "assignment.held", "assignment.active" })
        {
            Assert.Contains(kind, lines.Select(line => line.Kind));
        }
    }

    [Fact]
    public async Task Finds_it_whole_when_many_write_at_once()
    {
        var dora = await Town.ViewerAsync(Town.Dora);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Town.AskAsync((InviteMember invite) =>
            invite.ExecuteAsync(dora, "", 1, TimeSpan.FromDays(1), default))));

        Assert.Equal(30, await Town.AskAsync((PostMoneyDb db) => db.LogEntries.CountAsync(line => line.Kind == "invitation.made")));
        Assert.Equal(0, await CheckAsync(Town.Fay));
    }

    [Theory]
    [InlineData("UPDATE log_entries SET actor = 'somebody else' WHERE position = 5", 5)]
    [InlineData("UPDATE log_entries SET at = at + 1 WHERE position = 5", 5)]
    [InlineData("UPDATE log_entries SET digest = NULL WHERE position = (SELECT min(position) FROM log_entries WHERE digest IS NOT NULL)", null)]
    [InlineData("DELETE FROM log_entries WHERE position = 5", 5)]
    [InlineData("UPDATE log_entries SET hash = zeroblob(32) WHERE position = 5", 5)]
    [InlineData("DELETE FROM log_entries WHERE position = 1", 1)]
    public async Task Finds_a_line_that_was_changed_behind_its_back(string tampering, int? position)
    {
        await Town.OfferAsync(Town.Bilal, Town.LadderToLend());
        var expected = position ?? await Town.AskAsync((PostMoneyDb db) => db.LogEntries.Where(line => line.Digest != null).MinAsync(line => line.Position));

        Execute($"DROP TRIGGER log_entries_stay; DROP TRIGGER log_entries_remain; {tampering}");

        Assert.Equal(expected, await CheckAsync(Town.Fay));
    }

    [Theory]
    [InlineData("UPDATE log_entries SET actor = 'somebody else' WHERE position = 5")]
    [InlineData("DELETE FROM log_entries WHERE position = 5")]
    public void Finds_a_database_that_refuses_to_change_it(string tampering) =>
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Execute(tampering)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Is_for_auditors_and_stewards()
    {
        foreach (var (person, reads) in new[] { (Town.Fay, true), (Town.Dora, true), (Town.Amina, false), (Town.Zoe, false) })
        {
            Assert.Equal(reads, await CheckAsync(person) is not null);
            Assert.Equal(reads, await PageAsync(person) is not null);
            Assert.Equal(reads, await Town.AsAsync(person, (Viewer viewer, AuditPages pages) => pages.AllAsync(viewer, default)) is not null);
        }
    }

    [Fact]
    public async Task Holds_nothing_of_a_change_that_was_given_up()
    {
        var before = await Town.AskAsync((PostMoneyDb db) => db.LogEntries.CountAsync());
        await Town.DoAsync(async (PostMoneyDb db) =>
        {
            var log = new AuditLog(db, Town.Clock);
            await using (await db.BeginChangeAsync(default))
            {
                await log.AppendAsync("test.forgotten", "node", "node", null, default);
            }

            await using var change = await db.BeginChangeAsync(default);
            await log.AppendAsync("test.first", "node", "node", null, default);
            await log.AppendAsync("test.second", "node", "node", null, default);
            await change.SaveAsync(default);
        });

        Assert.Equal(before + 2, await Town.AskAsync((PostMoneyDb db) => db.LogEntries.CountAsync()));
        Assert.Equal(0, await CheckAsync(Town.Fay));
    }

    private Task<long?> CheckAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, AuditPages pages) => pages.CheckChainAsync(viewer, default));

    private Task<IReadOnlyList<LogEntry>?> PageAsync(Person who) =>
        Town.AsAsync(who, (Viewer viewer, AuditPages pages) => pages.PageAsync(viewer, null, default));

    private void Execute(string sql)
    {
        using var connection = Town.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA query_only = OFF; {sql}";
        try
        {
            command.ExecuteNonQuery();
        }
        finally
        {
            command.CommandText = "PRAGMA query_only = ON";
            command.ExecuteNonQuery();
        }
    }
}
