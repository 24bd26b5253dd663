using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Moving;
using PostMoney.Core.Notifications;
using PostMoney.Core.Posts;
using PostMoney.Core.Queue;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Moving;

/// <summary>Amina moves to a second account on the same node, Zoe's; Chen and Ewa follow her, and Ewa follows the second one already.</summary>
public sealed class MovingWithinATown : IAsyncLifetime
{
    private Town _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.FoundAsync(origin: Town.Origin);
        (await _town.JoinAsync(_town.Zoe)).Granted();
        await FollowAsync(_town.Chen, "@amina");
        await FollowAsync(_town.Ewa, "@amina");
        await FollowAsync(_town.Ewa, "@zoe");
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Takes_followers_along_each_of_them_once_and_tells_them()
    {
        await NameAsync(_town.Zoe, "@amina");

        var target = (await MoveAsync(_town.Amina, "@zoe")).Granted();

        Assert.Equal($"{Town.Origin}/u/zoe", target.Uri);
        Assert.Equal(["chen → zoe", "ewa → zoe"], await FollowsAsync());
        Assert.Equal([$"Amina has moved to @zoe@northside.example. You follow them there now."], await ToldAsync(_town.Chen));
        var page = await _town.AsAsync(_town.Chen, (Viewer chen, PersonPages people) => people.FindAsync(chen, "amina", default));
        Assert.Equal(("@zoe@northside.example", AccountBond.BothSaySo), (page!.MovedTo!.Address, page.MovedTo.Bond));
    }

    [Fact]
    public async Task Is_refused_where_the_other_account_does_not_name_this_one()
    {
        (await MoveAsync(_town.Amina, "@zoe")).RefusedAs("move.unconfirmed");

        await NameAsync(_town.Zoe, "@bilal");
        (await MoveAsync(_town.Amina, "@zoe")).RefusedAs("move.unconfirmed");
        (await MoveAsync(_town.Amina, "@amina")).RefusedAs("move.oneself");
        Assert.Equal(["chen → amina", "ewa → amina", "ewa → zoe"], await FollowsAsync());
    }

    [Fact]
    public async Task Leaves_an_account_that_says_likes_and_follows_nothing_new_until_it_comes_back()
    {
        await NameAsync(_town.Zoe, "@amina");
        var old = (await SayAsync(_town.Amina)).Granted();
        (await MoveAsync(_town.Amina, "@zoe")).Granted();

        (await SayAsync(_town.Amina)).RefusedAs("post.moved");
        (await _town.AsAsync(_town.Amina, (Viewer amina, ReactToPost react) => react.ExecuteAsync(amina, old.Id, ReactionKind.Boost, default))).RefusedAs("post.moved");
        (await _town.AsAsync(_town.Amina, (Viewer amina, FollowActor follow) => follow.ExecuteAsync(amina, "@bilal", default))).RefusedAs("follow.moved");
        (await _town.AsAsync(_town.Bilal, (Viewer bilal, FollowActor follow) => follow.ExecuteAsync(bilal, "@amina", default))).RefusedAs("follow.they-moved");
        Assert.NotEmpty((await _town.AsAsync(_town.Bilal, async (Viewer bilal, PostTimelines posts) => await posts.OfAsync(bilal, old.AuthorId, null, default))).Cards);

        (await _town.AsAsync(_town.Amina, (Viewer amina, ComeBack back) => back.ExecuteAsync(amina, default))).Granted();
        (await SayAsync(_town.Amina)).Granted();
        Assert.Equal(["chen → zoe", "ewa → zoe"], await FollowsAsync());
    }

    [Fact]
    public async Task Is_not_done_again_for_thirty_days_even_by_who_came_back()
    {
        await NameAsync(_town.Zoe, "@amina");
        (await MoveAsync(_town.Amina, "@zoe")).Granted();
        (await _town.AsAsync(_town.Amina, (Viewer amina, ComeBack back) => back.ExecuteAsync(amina, default))).Granted();

        (await MoveAsync(_town.Amina, "@zoe")).RefusedAs("move.cooldown");

        _town.Clock.Pass(TimeSpan.FromDays(30));
        (await MoveAsync(_town.Amina, "@zoe")).Granted();
    }

    [Fact]
    public async Task Needs_the_passport_of_who_moves_on_these_words_and_now()
    {
        await NameAsync(_town.Zoe, "@amina");
        var draft = (await DraftAsync(_town.Amina, "@zoe")).Granted();

        (await MoveAsync(_town.Amina, _town.Bilal.Sign(draft, _town.Clock.GetUtcNow()))).RefusedAs("move.record");
        (await MoveAsync(_town.Bilal, _town.Amina.Sign(draft, _town.Clock.GetUtcNow()))).RefusedAs("move.record");
        (await MoveAsync(_town.Amina, SignedWith(draft, "object", $"{Town.Origin}/u/bilal"))).RefusedAs("move.record");
        (await MoveAsync(_town.Amina, SignedWith(draft, "authority", _town.Bilal.Did))).RefusedAs("move.record");
        (await MoveAsync(_town.Amina, SignedWith(draft, "note", "more"))).RefusedAs("record.shape");
        (await MoveAsync(_town.Amina, SignedWith(draft, "target", $"{Town.Origin}/u/chen"))).RefusedAs("move.unconfirmed");
        _town.Clock.Pass(TimeSpan.FromMinutes(15));
        (await MoveAsync(_town.Amina, _town.Amina.Sign(draft, _town.Clock.GetUtcNow()))).RefusedAs("move.record");
        Assert.Equal(["chen → amina", "ewa → amina", "ewa → zoe"], await FollowsAsync());
    }

    [Fact]
    public async Task Goes_on_in_parts_where_many_follow()
    {
        await NameAsync(_town.Zoe, "@amina");
        await _town.DoAsync((PostMoneyDb db) => CrowdAsync(db, FollowOn.AtOnce + 50));

        (await MoveAsync(_town.Amina, "@zoe")).Granted();

        Assert.Equal(52, (await FollowsAsync()).Count(line => line.EndsWith("→ amina", StringComparison.Ordinal)));
        var job = await _town.AskAsync((PostMoneyDb db) => db.Jobs.AsNoTracking().SingleAsync(job => job.Kind == FollowOn.Job && job.State == JobState.Waiting));
        (await _town.AskAsync((FollowOn on) => on.ExecuteAsync(job.SubjectId, default))).Granted();
        Assert.Equal(152, (await FollowsAsync()).Count(line => line.EndsWith("→ zoe", StringComparison.Ordinal)));
        Assert.DoesNotContain(await FollowsAsync(), line => line.EndsWith("→ amina", StringComparison.Ordinal));
    }

    private Task FollowAsync(Person who, string whom) =>
        _town.DoAsync(async (FollowActor follow) => (await follow.ExecuteAsync(await _town.ViewerAsync(who), whom, default)).Granted());

    private async Task NameAsync(Person who, string former) =>
        (await _town.AsAsync(who, (Viewer viewer, AddAlias add) => add.ExecuteAsync(viewer, former, default))).Granted();

    private Task<Core.Foundation.Result<Post>> SayAsync(Person who) => _town.AsAsync(
        who, (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm("Hello.", PostVisibility.Public), default));

    private Task<Core.Foundation.Result<JsonElement>> DraftAsync(Person who, string target) =>
        _town.AsAsync(who, (Viewer viewer, DraftMove draft) => draft.ExecuteAsync(viewer, target, default));

    private async Task<Core.Foundation.Result<Actor>> MoveAsync(Person who, string target)
    {
        var drafted = await DraftAsync(who, target);
        return drafted.TryGet(out var draft) ? await MoveAsync(who, who.Sign(draft, _town.Clock.GetUtcNow())) : drafted.Refusal;
    }

    private Task<Core.Foundation.Result<Actor>> MoveAsync(Person who, byte[] record) =>
        _town.AsAsync(who, (Viewer viewer, MoveAway move) => move.ExecuteAsync(viewer, who.Handle, record, default));

    private byte[] SignedWith(JsonElement draft, string member, string value)
    {
        var changed = JsonNode.Parse(draft.GetRawText())!.AsObject();
        changed[member] = value;
        return _town.Amina.Sign(JsonSerializer.SerializeToElement(changed), _town.Clock.GetUtcNow());
    }

    private Task<List<string>> FollowsAsync() => _town.AskAsync(async (PostMoneyDb db) => (await db.Follows.AsNoTracking()
        .Join(db.Actors, follow => follow.FollowerId, actor => actor.Id, (follow, from) => new { follow.FollowedId, from.Handle })
        .Join(db.Actors, line => line.FollowedId, actor => actor.Id, (line, to) => line.Handle + " → " + to.Handle)
        .ToListAsync()).Order(StringComparer.Ordinal).ToList());

    private async Task<IEnumerable<string>> ToldAsync(Person who) => (await _town.AsAsync(who, (Viewer viewer, NotificationList list) =>
        list.NewestAsync(viewer, 10, default))).Where(news => news.Kind == "follow.moved").Select(news => news.Text);

    // Groups with an actor and without keys: nothing of what is tried here is sent by them, and nobody is told.
    private static async Task CrowdAsync(PostMoneyDb db, int count)
    {
        await using var change = await db.BeginChangeAsync(default);
        var amina = await db.Actors.SingleAsync(actor => actor.Handle == "amina");
        for (var i = 0; i < count; i++)
        {
            var uri = $"{Town.Origin}/g/crowd{i}";
            var group = new Actor
            {
                Id = Guid.CreateVersion7(),
                Uri = uri,
                Host = amina.Host,
                Kind = ActorKind.Group,
                LocalId = Guid.CreateVersion7(),
                Handle = $"crowd{i}",
                Name = "Crowd",
                Summary = "",
                Page = uri,
                Inbox = uri + "/inbox",
                Outbox = uri + "/outbox",
                Keys = "{}",
                FetchedAt = amina.FetchedAt,
                CreatedAt = amina.CreatedAt,
            };
            db.Actors.Add(group);
            db.Follows.Add(new Follow
            {
                Id = Guid.CreateVersion7(),
                FollowerId = group.Id,
                FollowedId = amina.Id,
                ActivityUri = uri + "/follow",
                State = FollowState.Accepted,
                At = amina.CreatedAt,
            });
        }

        await change.SaveAsync(default);
    }
}
