using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Storage;
using Xunit;

namespace PostMoney.Core.Tests.Federation;

/// <summary>Activities that come at the same moment. Somebody else writes meanwhile where the gate is held, so that they gather.</summary>
public sealed class StoringTogether : InTown
{
    [Fact]
    public async Task Writes_all_that_wait_by_one_change()
    {
        using var commits = new CommitsOf(Town.File.Path);
        var gate = await HoldAsync();
        var answers = Letters(21).Select(StoreAsync).ToList();

        gate.Leave();

        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(202, answer.Status));
        Assert.Equal(21, Count("inbox_items"));

        // The first one had begun before the others came.
        Assert.Equal(2, commits.Count);
    }

    [Fact]
    public async Task Answers_nobody_before_it_is_on_disk()
    {
        var gate = await HoldAsync();
        var answers = Letters(5).Select(StoreAsync).ToList();
        await Task.Delay(50);
        Assert.DoesNotContain(answers, answer => answer.IsCompleted);
        Assert.Equal(0, CountAfterACrash());

        gate.Leave();

        foreach (var answer in answers)
        {
            Assert.Equal(202, (await answer).Status);
        }

        Assert.Equal(5, CountAfterACrash());
    }

    [Fact]
    public async Task Takes_in_again_what_a_crash_has_lost_and_what_it_has_not_only_once()
    {
        var letters = Letters(3);
        await StoreAsync(letters[0]);
        await StoreAsync(letters[1]);

        // Their answers were lost with the connection, and the third never came through.
        var again = await Task.WhenAll(letters.Select(StoreAsync));

        Assert.All(again, answer => Assert.Equal(202, answer.Status));
        Assert.Equal(3, Count("inbox_items"));
    }

    [Fact]
    public async Task Refuses_one_that_breaks_and_keeps_all_others()
    {
        var gate = await HoldAsync();
        var letters = Letters(9);
        letters[4] = letters[4] with { Sender = Elsewhere.Person("mallory", (ActorKind)99) };
        var answers = letters.Select(StoreAsync).ToList();

        gate.Leave();

        await Assert.ThrowsAsync<InvalidOperationException>(() => answers[4]);
        answers.RemoveAt(4);
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(202, answer.Status));
        Assert.Equal(8, Count("inbox_items"));
        Assert.Equal(0, Count("actors WHERE handle = 'mallory'"));
    }

    [Fact]
    public async Task Keeps_the_order_in_which_they_came()
    {
        var gate = await HoldAsync();
        var answers = Letters(100).Select(StoreAsync).ToList();

        gate.Leave();
        await Task.WhenAll(answers);

        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"Type{number}"), Types());
    }

    [Fact]
    public async Task Stores_once_what_came_twice_at_the_same_moment()
    {
        var gate = await HoldAsync();
        var letters = Letters(3);
        var answers = letters.Concat(letters).Select(StoreAsync).ToList();

        gate.Leave();

        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(202, answer.Status));
        Assert.Equal(3, Count("inbox_items"));
    }

    [Fact]
    public async Task Asks_to_come_again_where_too_much_waits()
    {
        var gate = await HoldAsync();
        var answers = Letters(StoreTogether.MostWaiting + 11).Select(StoreAsync).ToList();

        // The first is being stored already and does not wait any more.
        var busy = await Task.WhenAll(answers.Skip(StoreTogether.MostWaiting + 1));
        Assert.All(busy, answer => Assert.Equal((503, "inbox.busy", true), (answer.Status, answer.Code, answer.RetryAfter > TimeSpan.Zero)));
        Assert.Equal(10, busy.Length);

        gate.Leave();

        Assert.All(await Task.WhenAll(answers.Take(StoreTogether.MostWaiting + 1)), answer => Assert.Equal(202, answer.Status));
        Assert.Equal(StoreTogether.MostWaiting + 1, Count("inbox_items"));
    }

    [Fact]
    public async Task Asks_to_come_again_where_few_that_are_large_wait()
    {
        var gate = await HoldAsync();
        var large = Letters(20).Select(letter => letter with { Body = new byte[1024 * 1024] });
        var answers = large.Select(StoreAsync).ToList();

        gate.Leave();

        Assert.Equal(3, (await Task.WhenAll(answers)).Count(answer => answer.Status == 503));
        Assert.Equal(17, Count("inbox_items"));
    }

    private static List<Letter> Letters(int count) => [.. Enumerable.Range(0, count)
        .Select(number => Elsewhere.Letter($"https://p.test/{number}", string.Create(CultureInfo.InvariantCulture, $"Type{number}")))];

    private Task<InboxAnswer> StoreAsync(Letter letter) => Town.AskAsync((StoreTogether store) => store.ExecuteAsync(letter));

    private async Task<WriteGate> HoldAsync()
    {
        var gate = await Town.AskAsync((WriteGate found) => Task.FromResult(found));
        await gate.EnterAsync(default);
        return gate;
    }

    private long Count(string what)
    {
        using var connection = Town.File.Open();
        return Count(connection, what);
    }

    // What whoever starts the program again finds: the files as they are now.
    private long CountAfterACrash()
    {
        var copy = Directory.CreateTempSubdirectory("postmoney-crash-").FullName;
        try
        {
            foreach (var ending in new[] { "", "-wal" })
            {
                File.Copy(Town.File.Path + ending, Path.Combine(copy, "node.db" + ending));
            }

            using var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "node.db")};Pooling=False");
            connection.Open();
            return Count(connection, "inbox_items");
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static long Count(SqliteConnection connection, string what)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {what}";
        return (long)command.ExecuteScalar()!;
    }

    private List<string> Types()
    {
        using var connection = Town.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type FROM inbox_items ORDER BY due_at, id";
        using var reader = command.ExecuteReader();
        var types = new List<string>();
        while (reader.Read())
        {
            types.Add(reader.GetString(0));
        }

        return types;
    }

    /// <summary>Counts the changes of one database that are made durable, as EF Core tells of them.</summary>
    private sealed class CommitsOf : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _path;
        private readonly IDisposable _all;
        private readonly List<IDisposable> _heard = [];
        private int _count;

        internal CommitsOf(string path)
        {
            _path = path;
            _all = DiagnosticListener.AllListeners.Subscribe(this);
        }

        internal int Count => _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _heard.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is Microsoft.EntityFrameworkCore.Diagnostics.TransactionEndEventData ended
                && value.Key.EndsWith(".TransactionCommitted", StringComparison.Ordinal)
                && ended.Context?.GetType() == typeof(PostMoneyDb)
                && Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(ended.Context.Database).DataSource == _path)
            {
                Interlocked.Increment(ref _count);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            _all.Dispose();
            _heard.ForEach(one => one.Dispose());
        }
    }
}
