using System.Globalization;
using Microsoft.Data.Sqlite;
using PostMoney.Core.Access;
using PostMoney.Core.Following;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Timelines;

/// <summary>What Amina reads of those whom she follows: Bilal and Chen, and not Ewa.</summary>
public sealed class ReadingHome : InTown
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Town.AsAsync(Town.Amina, (Viewer amina, FollowActor follow) => follow.ExecuteAsync(amina, "@bilal", default));
        await Town.AsAsync(Town.Amina, (Viewer amina, FollowActor follow) => follow.ExecuteAsync(amina, "@chen", default));
        await SayAsync(Town.Ewa, "not for home");
    }

    [Fact]
    public async Task Shows_theirs_and_her_own_and_what_was_said_to_her_newest_first()
    {
        await SayAsync(Town.Bilal, "one");
        await SayAsync(Town.Ewa, "not for home either");
        await SayAsync(Town.Amina, "two");
        await SayAsync(Town.Ewa, "three for @amina");
        await SayAsync(Town.Chen, "four", PostVisibility.Followers);
        await SayAsync(Town.Chen, "for @bilal alone", PostVisibility.Direct);

        Assert.Equal(["four", "three for @amina", "two", "one"], await HomeAsync());
    }

    [Fact]
    public async Task Finds_what_they_said_before_thousands_of_others_spoke()
    {
        await SayAsync(Town.Bilal, "one");
        await SayAsync(Town.Ewa, "two for @amina");
        await SayAsync(Town.Chen, "three");
        Repeat("three", Town.Ewa, NewestOf.Lately + 200);
        await SayAsync(Town.Bilal, "four");

        Assert.Equal(["four", "three", "two for @amina", "one"], await HomeAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(NewestOf.Lately + 200)]
    public async Task Goes_on_page_by_page_without_leaving_anything_out(int byOthers)
    {
        for (var number = 0; number < 50; number++)
        {
            await SayAsync(number % 3 == 0 ? Town.Bilal : number % 3 == 1 ? Town.Chen : Town.Amina, string.Create(CultureInfo.InvariantCulture, $"no. {number}"));
        }

        Repeat("no. 0", Town.Ewa, byOthers);

        Assert.Equal(Enumerable.Range(0, 50).Reverse().Select(number => $"no. {number}"), await HomeAsync());
    }

    [Fact]
    public async Task Shows_what_they_passed_on_where_they_did()
    {
        var old = await SayAsync(Town.Ewa, "from before", PostVisibility.Public);
        await SayAsync(Town.Bilal, "one");
        (await Town.AsAsync(Town.Chen, (Viewer chen, ReactToPost react) => react.ExecuteAsync(chen, old, ReactionKind.Boost, default))).Granted();
        Town.Clock.Pass(TimeSpan.FromSeconds(1));
        await SayAsync(Town.Bilal, "two");
        Repeat("two", Town.Ewa, NewestOf.Lately + 1);

        Assert.Equal(["two", "from before", "one"], await HomeAsync());
    }

    private async Task<List<string>> HomeAsync()
    {
        var read = new List<string>();
        for (Guid? before = null; ;)
        {
            var page = await Town.AsAsync(Town.Amina, (Viewer amina, PostTimelines timelines) => timelines.HomeAsync(amina, before, default));
            read.AddRange(page.Cards.Select(card => System.Text.RegularExpressions.Regex.Replace(card.Content, "<[^>]+>", "")));
            if (page.Before is null)
            {
                return read;
            }

            before = page.Before;
        }
    }

    private async Task<Guid> SayAsync(Person who, string text, PostVisibility visibility = PostVisibility.Node)
    {
        var said = (await Town.AsAsync(who, (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, visibility), default))).Granted();
        Town.Clock.Pass(TimeSpan.FromSeconds(1));
        return said.Id;
    }

    // Says it again and again, now, in the name of somebody.
    private void Repeat(string text, Person who, int times)
    {
        using var connection = Town.File.Open();
        using var command = new SqliteCommand(
            """
            PRAGMA query_only = OFF;
            WITH RECURSIVE said(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM said WHERE n < $times)
            INSERT INTO posts (id, uri, author_id, kind, title, warning, content, visibility, thread_id, page, version, is_local, published_at, received_at)
            SELECT $time || printf('-7000-8000-%012x', n), id || n, (SELECT a.id FROM actors AS a WHERE a.local_id = $who), kind, title, warning, content, 'public', thread_id,
                page, 1, 1, published_at, received_at
            FROM posts, said WHERE content LIKE '%' || $text || '%' AND n < $times;
            PRAGMA query_only = ON;
            """,
            connection);
        command.Parameters.AddWithValue("$times", times);
        command.Parameters.AddWithValue("$time", Guid.CreateVersion7(Town.Clock.Now).ToString("D")[..13]);
        command.Parameters.AddWithValue("$who", who.Id.ToString("D"));
        command.Parameters.AddWithValue("$text", $">{text}<");
        command.ExecuteNonQuery();
        Town.Clock.Pass(TimeSpan.FromSeconds(1));
    }
}
