using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Posts.Threads;
using PostMoney.Core.Timelines;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>A running node reads what is missing of a conversation, and no more than it should: cases F-01, F-02, O-06, O-21 and A-24 of the threat catalogue.</summary>
public sealed class CompletingConversations(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private const string Everybody = "https://www.w3.org/ns/activitystreams#Public";

    private static int _said;

    private Stranger Carol => guarded.Carol;

    private Stranger Mallory => guarded.Mallory;

    [Fact]
    public async Task What_a_post_answers_is_read_from_where_it_lies_up_to_the_first()
    {
        var first = Put(guarded.P, "/first", Carol, "Who has a ladder?");
        var second = Put(guarded.P, "/second", guarded.Mel, "How long?", answers: first);

        var third = await HearAsync(Carol, "Three metres.", second);

        await guarded.Node.WaitForAsync("all three are one conversation", async db =>
            await db.Posts.Where(post => post.Uri == first || post.Uri == second || post.Uri == third).Select(post => post.ThreadId).Distinct().CountAsync() == 1
            && await db.Posts.AnyAsync(post => post.Uri == first));
        Assert.Equal(["Who has a ladder?", "How long?", "Three metres."], await TextsAsync(third));
    }

    [Fact]
    public async Task What_answers_a_post_is_read_once_a_member_looks_at_it()
    {
        var collection = guarded.P.Origin + "/shown/replies";
        var shown = Put(guarded.P, "/shown", Carol, "A rope is left over.", more: ("replies", collection));
        var answer = Put(guarded.P, "/shown/1", guarded.Mel, "I would like it.", answers: shown);
        guarded.P.Serve("/shown/replies", new { id = collection, type = "Collection", first = new { type = "CollectionPage", partOf = collection, items = new[] { answer } } });
        await HearAsync(Carol, "A rope is left over.", id: shown);
        var id = await IdAsync(shown);

        await guarded.Node.AskAsync((WantThread want) => Done(want.ShownAsync(Viewer.Stranger, id, default)));
        Assert.False(await guarded.Node.AskAsync((PostMoneyDb db) => db.ThreadReadings.AnyAsync(reading => reading.PostId == id)));

        await guarded.Node.AsAsync("amina", (Viewer viewer, WantThread want) => Done(want.ShownAsync(viewer, id, default)));
        await guarded.Node.WaitForAsync("the answer is there", db => db.Posts.AnyAsync(post => post.Uri == answer && post.ReplyToId == id));

        var asked = guarded.P.Fetches;
        await guarded.Node.AsAsync("amina", (Viewer viewer, WantThread want) => Done(want.ShownAsync(viewer, id, default)));
        Assert.False(await guarded.Node.AskAsync((PostMoneyDb db) => db.ThreadReadings.AnyAsync(reading => reading.DueAt != null)));
        Assert.Equal(asked, guarded.P.Fetches);
    }

    [Fact]
    public async Task The_newest_first_does_not_keep_an_answer_from_finding_what_it_answers()
    {
        var context = guarded.P.Origin + "/backwards";
        var root = Put(guarded.P, "/b/0", Carol, "One.", more: ("context", context));
        var one = Put(guarded.P, "/b/1", guarded.Mel, "Two.", answers: root);
        var two = Put(guarded.P, "/b/2", Carol, "Three.", answers: one);
        guarded.P.Serve("/backwards", new { id = context, type = "OrderedCollection", orderedItems = new object[] { Create(two), Create(one), root } });
        await HearAsync(Carol, "One.", id: root, more: ("context", context));

        await ReadAsync(root);

        Assert.Equal(["One.", "Two.", "Three."], await TextsAsync(root));
    }

    [Fact]
    public async Task A_circle_of_answers_is_read_once()
    {
        var here = guarded.P.Origin + "/circle/a";
        var there = Put(guarded.P, "/circle/b", Carol, "No, you first.", answers: here);

        await HearAsync(Carol, "After you.", there, here);
        await guarded.Node.WaitForAsync("both are there", db => db.Posts.AnyAsync(post => post.Uri == there));
        await ReadAsync(here);

        Assert.Equal(2, (await TextsAsync(here)).Count);
    }

    [Fact]
    public async Task A_line_of_answers_without_an_end_is_followed_a_few_steps()
    {
        await using var endless = Elsewhere.Start(guarded.Authority, "endless.test");
        var writer = endless.Person("writer");
        endless.Otherwise = path => Note(writer, endless.Origin + path, path,
            answers: string.Create(CultureInfo.InvariantCulture, $"{endless.Origin}/{int.Parse(path[1..], CultureInfo.InvariantCulture) + 1}"));

        await HearAsync(Carol, "It goes on.", endless.Origin + "/1");
        await guarded.Node.WaitForAsync("four are there", db => db.Posts.AnyAsync(post => post.Uri == endless.Origin + "/4"));

        Assert.False(await guarded.Node.AskAsync((PostMoneyDb db) => db.Posts.AnyAsync(post => post.Uri == endless.Origin + "/5")));
        Assert.InRange(endless.Fetches, 4, 6);
    }

    [Fact]
    public async Task Of_ten_thousand_answers_a_few_are_read()
    {
        await using var crowd = Elsewhere.Start(guarded.Authority, "crowd.test");
        var writer = crowd.Person("writer");
        var root = Put(guarded.P, "/crowd", Carol, "Who comes?", more: ("context", crowd.Origin + "/all"));
        crowd.Otherwise = path => path == "/all"
            ? new { id = crowd.Origin + "/all", type = "OrderedCollection", orderedItems = Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{crowd.Origin}/n/{i}")) }
            : Note(writer, crowd.Origin + path, path, answers: root);
        await HearAsync(Carol, "Who comes?", id: root);

        await ReadAsync(root);

        var texts = await TextsAsync(root);
        Assert.InRange(texts.Count, 10, 20);
        Assert.InRange(crowd.Fetches, 10, 20);
    }

    [Fact]
    public async Task What_stands_behind_five_hundred_others_is_not_looked_at()
    {
        var context = guarded.P.Origin + "/long";
        var root = Put(guarded.P, "/long/0", Carol, "Long.", more: ("context", context));
        var (near, far) = (Put(guarded.P, "/long/near", guarded.Mel, "Near.", answers: root), Put(guarded.P, "/long/far", guarded.Mel, "Far.", answers: root));
        guarded.P.Serve("/long", new { id = context, type = "OrderedCollection", orderedItems = (string[])[.. Enumerable.Repeat(root, 499), near, far] });
        await HearAsync(Carol, "Long.", id: root);

        await ReadAsync(root);

        Assert.Equal(["Long.", "Near."], await TextsAsync(root));
    }

    [Fact]
    public async Task A_collection_whose_pages_never_end_is_left_after_a_few()
    {
        await using var pages = Elsewhere.Start(guarded.Authority, "pages.test");
        var root = Put(guarded.P, "/pages", Carol, "Turn over.", more: ("context", pages.Origin + "/0"));
        pages.Otherwise = path => new
        {
            id = pages.Origin + path,
            type = "OrderedCollectionPage",
            orderedItems = Array.Empty<string>(),
            next = string.Create(CultureInfo.InvariantCulture, $"{pages.Origin}/{int.Parse(path[1..], CultureInfo.InvariantCulture) + 1}"),
        };
        await HearAsync(Carol, "Turn over.", id: root);

        await ReadAsync(root);

        Assert.InRange(pages.Fetches, 2, 11);
    }

    [Fact]
    public async Task Answers_at_ever_new_servers_are_read_from_ten_of_them()
    {
        await using var root = Elsewhere.Start(guarded.Authority, "many.test");
        var writer = root.Person("writer");
        var others = Enumerable.Range(0, 15).Select(i => Elsewhere.Start(guarded.Authority, $"h{i}.many.test")).ToList();
        var start = root.Origin + "/start";
        root.Serve("/start", Note(writer, start, "Everywhere.", more: ("context", root.Origin + "/all")));
        root.Serve("/all", new { id = root.Origin + "/all", type = "OrderedCollection", orderedItems = others.Select(other => other.Origin + "/one") });

        await HearAsync(Carol, "See there.", start);
        await guarded.Node.WaitForAsync("it is there", db => db.Posts.AnyAsync(post => post.Uri == start));
        await ReadAsync(start);

        Assert.InRange(others.Count(other => other.Fetches > 0), 1, 10);
        foreach (var other in others)
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_a_collection_says_that_others_have_said_is_read_from_them()
    {
        var root = Put(guarded.E, "/rumours", Mallory, "Carol said something.", more: ("replies", guarded.E.Origin + "/rumours/replies"));
        var true1 = Put(guarded.P, "/rumours/true", Carol, "Not that.", answers: root);
        var stray = Put(guarded.P, "/rumours/stray", Carol, "Something else.");
        var hushed = Put(guarded.P, "/rumours/hushed", Carol, "Among us.", answers: root, to: Carol.Id + "/followers");
        var late = Put(guarded.P, "/rumours/late", Carol, "Nor that.", answers: root);
        guarded.P.Serve("/rumours/more", new { id = guarded.P.Origin + "/rumours/more", type = "CollectionPage", items = new[] { late } });
        guarded.E.Serve("/rumours/replies", new
        {
            id = guarded.E.Origin + "/rumours/replies",
            type = "Collection",
            items = new object[]
            {
                Note(Carol, true1, "I admit it.", answers: root),
                Note(Carol, guarded.P.Origin + "/rumours/invented", "I admit this, too.", answers: root),
                stray,
                hushed,
            },
            next = guarded.P.Origin + "/rumours/more",
        });
        await HearAsync(Mallory, "Carol said something.", id: root);

        await ReadAsync(root);

        Assert.Equal(["Carol said something.", "Not that."], await TextsAsync(root));
        Assert.False(await guarded.Node.AskAsync((PostMoneyDb db) => db.Posts.AnyAsync(post => post.Uri == stray || post.Uri == hushed || post.Uri == late)));
    }

    private static object Create(string of) => new { type = "Create", actor = "https://p.test/u/x", @object = of };

    private static Dictionary<string, object?> Note(
        Stranger author, string id, string text, string? answers = null, string to = Everybody, params (string Name, object? Value)[] more)
    {
        var note = new Dictionary<string, object?>
        {
            ["id"] = id,
            ["type"] = "Note",
            ["attributedTo"] = author.Id,
            ["content"] = text,
            ["to"] = to,
            ["inReplyTo"] = answers,
            ["published"] = Stranger.Now.AddHours(-1).AddSeconds(Interlocked.Increment(ref _said)),
        };
        foreach (var (name, value) in more)
        {
            note[name] = value;
        }

        return note;
    }

    private static string Put(
        Elsewhere at, string path, Stranger author, string text, string? answers = null, string to = Everybody, params (string Name, object? Value)[] more) =>
        at.Serve(path, Note(author, at.Origin + path, text, answers, to, more));

    /// <summary>Somebody whom Amina follows says something, and the node takes it in; what has an id already was said long ago.</summary>
    private async Task<string> HearAsync(Stranger who, string text, string? answers = null, string? id = null, params (string Name, object? Value)[] more)
    {
        var note = Note(who, id ?? who.NewId(), text, answers, Everybody, more);
        if (id is not null)
        {
            note["published"] = Stranger.Now.AddHours(-2);
        }

        var create = who.Activity("Create", note);
        await guarded.TakesInAsync(who.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, create)), (string)create["id"]!);
        return (string)note["id"]!;
    }

    private async Task ReadAsync(string uri)
    {
        var id = await IdAsync(uri);
        await guarded.Node.AskAsync((ReadThread read) => Done(read.ExecuteAsync(id, default)));
    }

    private Task<Guid> IdAsync(string uri) =>
        guarded.Node.AskAsync((PostMoneyDb db) => db.Posts.Where(post => post.Uri == uri).Select(post => post.Id).FirstOrDefaultAsync());

    private async Task<IReadOnlyList<string>> TextsAsync(string uri)
    {
        var id = await IdAsync(uri);
        var thread = await guarded.Node.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, id, default));
        return [.. thread!.Select(card => card.Content)];
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }
}
