using System.Collections;
using System.Data;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Posts;
using PostMoney.Core.Storage;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using SQLitePCL;
using Xunit;

namespace PostMoney.Core.Tests.Storage;

/// <summary>Connections are handed from one to the next, with what SQLite has made of their questions, and with nothing else.</summary>
public sealed class KeepingConnections : InTown
{
    // SQLITE_STMTSTATUS_REPREPARE and SQLITE_STMTSTATUS_RUN.
    private const int TimesReadAgain = 5;
    private const int TimesRun = 6;

    [Fact]
    public async Task Reads_the_SQL_of_a_page_once_however_often_it_is_asked()
    {
        await Town.AsAsync(Town.Amina, (Viewer amina, PublishPost publish) => publish.ExecuteAsync(amina, new PostForm("Hello.", PostVisibility.Public), default));
        for (var time = 0; time < 5; time++)
        {
            foreach (var who in new[] { Town.Amina, Town.Chen })
            {
                await Town.AsAsync(who, (Viewer viewer, PostTimelines timelines) => timelines.CommunityAsync(viewer, null, default));
            }
        }

        var cards = await StatementsAsync(sql => sql.Contains("\"posts\"", StringComparison.Ordinal) && sql.Contains("\"bookmarks\"", StringComparison.Ordinal));

        Assert.Equal([(Runs: 10, ReadAgain: 0)], cards);
    }

    [Fact]
    public async Task Answers_each_question_with_its_own_values()
    {
        async Task<string?> NameAsync(Guid id) => await Town.AskAsync((PostMoneyDb db) => db.Members.Where(m => m.Id == id).Select(m => m.DisplayName).FirstOrDefaultAsync());

        Assert.Equal(("Amina", "Chen", null), (await NameAsync(Town.Amina.Id), await NameAsync(Town.Chen.Id), await NameAsync(Guid.Empty)));
    }

    [Fact]
    public async Task Answers_a_question_that_is_asked_while_the_same_is_being_answered()
    {
        var pairs = await Town.AskAsync(async (PostMoneyDb db) =>
        {
            var found = 0;
            await foreach (var one in db.Members.Select(m => m.Handle).AsAsyncEnumerable())
            {
                await foreach (var other in db.Members.Select(m => m.Handle).AsAsyncEnumerable())
                {
                    found++;
                }
            }

            return found;
        });

        Assert.Equal(49, pairs);
    }

    [Fact]
    public async Task Ends_what_was_left_open_and_lets_nobody_write_who_gets_it_next()
    {
        using var kept = new KeptConnections(Town.File);
        var connection = kept.Take();
        connection.Open();
        connection.BeginTransaction(deferred: true);
        kept.GiveBack(connection);

        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Throws<InvalidOperationException>(() => Run(connection, "SELECT 1"));

        Assert.Same(connection, kept.Take());
        connection.Open();
        Run(connection, "BEGIN; ROLLBACK");
        Assert.Throws<SqliteException>(() => Run(connection, "DELETE FROM settings"));
        await Task.CompletedTask;
    }

    [Fact]
    public void Gives_no_command_to_two_at_once()
    {
        using var kept = new KeptConnections(Town.File);
        var connection = kept.Take();
        connection.Open();
        using var asked = connection.CreateCommand();
        asked.CommandText = "SELECT handle FROM members";
        var first = connection.Ready(asked);
        first.Dispose();
        first.Dispose();

        using var again = connection.Ready(asked);
        using var reader = again.ExecuteReader();
        using var meanwhile = connection.Ready(asked);

        Assert.Same(first, again);
        Assert.NotSame(again, meanwhile);
        Assert.NotNull(meanwhile.ExecuteScalar());
    }

    [Fact]
    public void Keeps_as_many_statements_as_are_of_use_and_forgets_the_oldest()
    {
        using var kept = new KeptConnections(Town.File);
        var connection = kept.Take();
        connection.Open();
        for (var number = 0; number < 300; number++)
        {
            using var asked = connection.CreateCommand();
            asked.CommandText = $"SELECT {number} FROM settings LIMIT 1";
            using var ready = connection.Ready(asked);
            ready.ExecuteScalar();
        }

        var texts = Statements(connection).Select(statement => statement.Sql).ToList();

        Assert.InRange(texts.Count, 2, 100);
        Assert.Contains("SELECT 299 FROM settings LIMIT 1", texts);
        Assert.DoesNotContain("SELECT 0 FROM settings LIMIT 1", texts);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<List<(int Runs, int ReadAgain)>> StatementsAsync(Func<string, bool> which) => Town.AskAsync(async (PostMoneyDb db) =>
    {
        await db.Database.OpenConnectionAsync();
        return Statements((SqliteConnection)db.Database.GetDbConnection()).Where(statement => which(statement.Sql))
            .Select(statement => (statement.Runs, statement.ReadAgain)).ToList();
    });

    private static IEnumerable<(string Sql, int Runs, int ReadAgain)> Statements(SqliteConnection connection) => ((KeptConnection)connection).Kept
        .SelectMany(command => Prepared(command))
        .Select(statement => (
            raw.sqlite3_sql(statement).utf8_to_string(),
            raw.sqlite3_stmt_status(statement, TimesRun, 0),
            raw.sqlite3_stmt_status(statement, TimesReadAgain, 0)));

    // What SQLite counts can be asked of the statement alone, which Microsoft.Data.Sqlite keeps to itself.
    private static IEnumerable<sqlite3_stmt> Prepared(SqliteCommand command) =>
        ((IEnumerable)typeof(SqliteCommand).GetField("_preparedStatements", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(command)!)
            .Cast<object>().Select(kept => kept as sqlite3_stmt ?? (sqlite3_stmt)((ITuple)kept)[0]!);
}
