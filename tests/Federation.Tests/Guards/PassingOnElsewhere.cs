using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Posts;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>What a group elsewhere can have this node believe, and what it cannot (FEP-1b12; group O of the threat catalogue). Amina follows it.</summary>
public sealed class PassingOnElsewhere(GuardedNode guarded) : IClassFixture<GuardedNode>, IAsyncLifetime
{
    private Stranger _bakers = null!;

    private Stranger Carol => guarded.Carol;

    public async ValueTask InitializeAsync()
    {
        var name = $"bakers{Guid.CreateVersion7():N}"[..20];
        _bakers = guarded.E.Person(name);
        var document = JsonSerializer.SerializeToNode(_bakers.Document())!.AsObject();
        (document["type"], document["attributedTo"]) = ("Group", $"{_bakers.Id}/moderators");
        guarded.E.Serve($"/u/{name}", document);
        var follow = await guarded.Node.DoAsync("amina", (Viewer amina, FollowActor follows) => follows.ExecuteAsync(amina, _bakers.Id, default));
        Assert.Equal("done", await TellAsync(_bakers, _bakers.Activity("Accept", new { id = follow.ActivityUri, type = "Follow", actor = guarded.Amina, @object = _bakers.Id })));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_it_passes_on_is_read_from_its_own_address_whatever_the_group_says_of_it()
    {
        var said = Said("Bread at nine.");

        Assert.Equal("done", await TellAsync(_bakers, Wrapped("Create", Carol, Forged(said, "Bread for money."))));

        Assert.Equal("<p>Bread at nine.</p>", await ContentAsync(said));
        Assert.Equal(1, await BoostsAsync(said));
        Assert.Equal("done", await TellAsync(_bakers, _bakers.Activity("Announce", said)));
        Assert.Equal(1, await BoostsAsync(said));
    }

    [Fact]
    public async Task What_is_nowhere_or_for_a_few_is_not_kept()
    {
        var nowhere = Carol.NewId();
        var few = guarded.P.Serve($"/few/{Guid.CreateVersion7()}", new { });
        guarded.P.Serve(new Uri(few).AbsolutePath, new { id = few, type = "Note", attributedTo = Carol.Id, content = "Hush.", to = new[] { Carol.Id + "/followers" } });

        Assert.StartsWith("refused", await TellAsync(_bakers, Wrapped("Create", Carol, Forged(nowhere, "Bread."))), StringComparison.Ordinal);
        Assert.StartsWith("refused", await TellAsync(_bakers, Wrapped("Create", Carol, Forged(few, "Hush."))), StringComparison.Ordinal);

        Assert.Null(await ContentAsync(nowhere));
        Assert.Null(await ContentAsync(few));
    }

    [Fact]
    public async Task Who_is_no_group_or_is_not_followed_passes_no_activities_on()
    {
        var (said, other) = (Said("Bread at nine."), Said("Bread at ten."));
        var unfollowed = guarded.E.Person($"cooks{Guid.CreateVersion7():N}"[..20]);

        Assert.StartsWith("refused", await TellAsync(guarded.Mallory, Wrapped("Create", Carol, Forged(said, "Bread."), guarded.Mallory)), StringComparison.Ordinal);
        Assert.StartsWith("refused", await TellAsync(unfollowed, Wrapped("Create", Carol, Forged(other, "Bread."), unfollowed)), StringComparison.Ordinal);

        Assert.Null(await ContentAsync(said));
        Assert.Null(await ContentAsync(other));
    }

    [Fact]
    public async Task A_change_counts_as_it_is_at_its_own_address()
    {
        var said = Said("Bread at nine.");
        await TellAsync(_bakers, Wrapped("Create", Carol, Forged(said, "")));
        guarded.P.Serve(new Uri(said).AbsolutePath, Note(said, "Bread at ten."));

        Assert.Equal("done", await TellAsync(_bakers, Wrapped("Update", Carol, Forged(said, "No bread."))));

        Assert.Equal("<p>Bread at ten.</p>", await ContentAsync(said));
        Assert.StartsWith("refused", await TellAsync(_bakers, Wrapped("Update", Carol, Forged(guarded.AminasPost, "I give up."))), StringComparison.Ordinal);
        Assert.Equal("<p>Who has a ladder?</p>", await ContentAsync(guarded.AminasPost));
    }

    [Fact]
    public async Task What_it_takes_out_is_out_of_the_group_and_stays_what_it_is()
    {
        var said = Said("Bread at nine.");
        await TellAsync(_bakers, Wrapped("Create", Carol, Forged(said, "")));
        await TellAsync(_bakers, _bakers.Activity("Announce", guarded.AminasPost));
        Assert.Equal(1, await BoostsAsync(guarded.AminasPost));

        Assert.Equal("done", await TellAsync(_bakers, Wrapped("Delete", _bakers, said)));
        Assert.Equal("done", await TellAsync(_bakers, Wrapped("Delete", _bakers, guarded.AminasPost)));

        Assert.Equal("<p>Bread at nine.</p>", await ContentAsync(said));
        Assert.Equal("<p>Who has a ladder?</p>", await ContentAsync(guarded.AminasPost));
        Assert.Equal((0, 0), (await BoostsAsync(said), await BoostsAsync(guarded.AminasPost)));
    }

    [Fact]
    public async Task What_is_gone_at_its_own_address_is_gone_here_once_the_group_tells_of_it()
    {
        var said = Said("Bread at nine.");
        await TellAsync(_bakers, Wrapped("Create", Carol, Forged(said, "")));
        guarded.P.Forget(new Uri(said).AbsolutePath);

        Assert.Equal("done", await TellAsync(_bakers, Wrapped("Delete", Carol, said)));

        Assert.True(await guarded.Node.AskAsync((PostMoneyDb db) => db.Posts.AnyAsync(post => post.Uri == said && post.DeletedAt != null && post.Content == "")));
    }

    [Fact]
    public async Task A_like_that_it_passes_on_is_not_asked_for_anywhere()
    {
        var asked = guarded.P.Fetches;

        Assert.Equal("refused activity.ignored", await TellAsync(_bakers, Wrapped("Like", Carol, guarded.AminasPost)));

        Assert.Equal(asked, guarded.P.Fetches);
    }

    private string Said(string text)
    {
        var path = $"/bread/{Guid.CreateVersion7()}";
        return guarded.P.Serve(path, Note(guarded.P.Origin + path, text));
    }

    private Dictionary<string, object?> Note(string id, string text) => new()
    {
        ["id"] = id,
        ["type"] = "Note",
        ["attributedTo"] = Carol.Id,
        ["content"] = $"<p>{text}</p>",
        ["to"] = new[] { "https://www.w3.org/ns/activitystreams#Public" },
        ["audience"] = _bakers.Id,
        ["published"] = "2026-01-01T00:00:00Z",
        ["updated"] = Stranger.Now.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
    };

    private Dictionary<string, object?> Forged(string id, string text) => Note(id, text);

    private Dictionary<string, object?> Wrapped(string type, Stranger who, object about, Stranger? by = null) =>
        (by ?? _bakers).Activity("Announce", who.Activity(type, about), ("to", new[] { "https://www.w3.org/ns/activitystreams#Public" }));

    private async Task<string> TellAsync(Stranger who, Dictionary<string, object?> activity)
    {
        var item = await guarded.TakesInAsync(who.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)), (string)activity["id"]!);
        return $"{item.State} {item.Problem}".Trim().ToLowerInvariant();
    }

    private Task<string?> ContentAsync(string uri) =>
        guarded.Node.AskAsync((PostMoneyDb db) => db.Posts.Where(post => post.Uri == uri).Select(post => (string?)post.Content).FirstOrDefaultAsync());

    private Task<int> BoostsAsync(string uri) => guarded.Node.AskAsync((PostMoneyDb db) => db.Reactions.CountAsync(r =>
        r.Kind == ReactionKind.Boost && db.Posts.Any(post => post.Id == r.PostId && post.Uri == uri) && db.Actors.Any(actor => actor.Id == r.ActorId && actor.Kind == ActorKind.Group)));
}
