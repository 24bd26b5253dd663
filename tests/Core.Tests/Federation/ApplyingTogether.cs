using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Foundation;
using PostMoney.Core.Storage;
using Xunit;

namespace PostMoney.Core.Tests.Federation;

/// <summary>Activities that wait together: each puts a word on the wall, where it finds the word that it builds on.</summary>
public sealed class ApplyingTogether : InTown
{
    private readonly Actor _chen = Elsewhere.Person("chen");
    private readonly Actor _mel = Elsewhere.Person("mel");
    private readonly Actor _zoe = Elsewhere.Person("zoe");

    [Fact]
    public async Task Does_what_one_sender_said_in_its_order()
    {
        await ComesAsync(_chen, "one");
        await ComesAsync(_chen, "two", after: "one");
        await ComesAsync(_chen, "three", after: "two");

        Assert.Equal(3, await ApplyAsync());

        Assert.Equal(["done", "done", "done"], States());
    }

    [Fact]
    public async Task Looks_again_at_what_speaks_of_something_that_was_waiting_beside_it()
    {
        await ComesAsync(_chen, "one");
        await ComesAsync(_mel, "two", after: "one");
        await ComesAsync(_zoe, "three", after: "two");

        await ApplyAsync();

        Assert.Equal(["done", "done", "done"], States());
    }

    [Fact]
    public async Task Refuses_what_speaks_of_nothing_and_does_the_others()
    {
        await ComesAsync(_chen, "one");
        await ComesAsync(_mel, "two", after: "nothing");
        await ComesAsync(_zoe, "three");

        await ApplyAsync();

        Assert.Equal(["done", "refused", "done"], States());
    }

    [Theory]
    [InlineData("BreakAtOnce")]
    [InlineData("BreakWhenDone")]
    [InlineData("BreakWhenSaved")]
    public async Task Leaves_the_others_done_where_one_breaks(string how)
    {
        await ComesAsync(_chen, "one");
        await ComesAsync(_mel, "two", type: how);
        await ComesAsync(_zoe, "three");

        await ApplyAsync();

        Assert.Equal(["done", "waiting", "done"], States());
        Assert.Equal(["one", "three"], await WallAsync());
    }

    [Fact]
    public async Task Lays_aside_what_breaks_again_and_again()
    {
        await ComesAsync(_mel, "two", type: "BreakWhenDone");

        for (var attempt = 0; attempt < InboxItem.MostAttempts; attempt++)
        {
            Assert.Equal(["waiting"], States());
            await ApplyAsync();
            Town.Clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.Equal(["dead"], States());
    }

    [Fact]
    public async Task Does_each_once()
    {
        for (var number = 0; number < (2 * ApplyInbox.AtOnce) + 1; number++)
        {
            await ComesAsync(Elsewhere.Person($"p{number}"), $"word {number}");
        }

        Assert.Equal((2 * ApplyInbox.AtOnce) + 1, await ApplyAsync());
        Assert.Equal(0, await ApplyAsync());

        Assert.Equal((2 * ApplyInbox.AtOnce) + 1, (await WallAsync()).Count);
    }

    private static InboxHandlers Handlers() => new(new Dictionary<string, IReadOnlyList<Func<IServiceProvider, IActivityHandler>>>(StringComparer.Ordinal)
    {
        ["Put"] = [node => new OnPut(node.GetRequiredService<PostMoneyDb>())],
        ["BreakAtOnce"] = [_ => throw new InvalidOperationException("It breaks.")],
        ["BreakWhenDone"] = [_ => new OnBreaking(_ => throw new InvalidOperationException("It breaks."))],
        ["BreakWhenSaved"] = [node => new OnBreaking(_ => Put(node.GetRequiredService<PostMoneyDb>(), null!))],
    });

    private static Task Put(PostMoneyDb db, string word)
    {
        db.Settings.Add(new Setting { Name = "wall " + word, Value = word });
        return Task.CompletedTask;
    }

    private async Task ComesAsync(Actor sender, string word, string? after = null, string type = "Put")
    {
        var id = $"https://p.test/{sender.Handle}/{word.Replace(' ', '-')}";
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id, type, actor = sender.Uri, @object = id + "#it", name = word, summary = after ?? "" });
        var letter = Elsewhere.Letter(id, type, sender) with { Body = body };
        Assert.Equal(202, (await Town.AskAsync((StoreTogether store) => store.ExecuteAsync(letter))).Status);
    }

    private Task<int> ApplyAsync() => Town.AskAsync((IServiceScopeFactory scopes) => new ApplyInbox(scopes, Handlers()).RunAsync(default));

    private Task<List<string>> WallAsync() => Town.AskAsync((PostMoneyDb db) =>
        db.Settings.Where(setting => setting.Name.StartsWith("wall ")).OrderBy(setting => setting.Name).Select(setting => setting.Value).ToListAsync());

    private List<string> States()
    {
        using var connection = Town.File.Open();
        using var command = new SqliteCommand("SELECT state FROM inbox_items ORDER BY id", connection);
        using var reader = command.ExecuteReader();
        var states = new List<string>();
        while (reader.Read())
        {
            states.Add(reader.GetString(0));
        }

        return states;
    }

    private sealed class OnPut(PostMoneyDb db) : IActivityHandler
    {
        public async Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct)
        {
            var (word, after) = (received.Activity.Get("name").GetString()!, received.Activity.Get("summary").GetString()!);
            return after.Length == 0 || await db.Settings.AnyAsync(setting => setting.Name == "wall " + after, ct)
                ? new ApplyActivity(_ => Put(db, word))
                : new Refusal(RefusalKind.NotFound, "wall.empty", "There is no such word.");
        }
    }

    private sealed class OnBreaking(ApplyActivity apply) : IActivityHandler
    {
        public Task<Result<ApplyActivity>> CheckAsync(ReceivedActivity received, CancellationToken ct) => Task.FromResult<Result<ApplyActivity>>(apply);
    }
}
