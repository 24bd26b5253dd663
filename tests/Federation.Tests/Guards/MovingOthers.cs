using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Following;
using PostMoney.Core.Operations;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Moves without consent, at a running node: case S-36 of the threat catalogue. Amina follows Carol and Mallory.</summary>
public sealed class MovingOthers(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    private Stranger Carol => guarded.Carol;

    private Stranger Mel => guarded.Mel;

    private Stranger Mallory => guarded.Mallory;

    [Fact]
    public async Task A_move_to_who_does_not_name_the_old_account_is_none()
    {
        await guarded.RefusesLaterAsync("move.unconfirmed", Carol, Move(Carol, Mallory.Id), fetches: 1);
        await guarded.RefusesLaterAsync("move.unconfirmed", Carol, Move(Carol, guarded.Amina));

        var lookalike = guarded.E.Serve("/u/lookalike", Document(guarded.E.Origin + "/u/lookalike", [Carol.Id + "2", "acct:carol@p.test", Carol.Id.ToUpperInvariant()]));
        await guarded.RefusesLaterAsync("move.unconfirmed", Carol, Move(Carol, lookalike), fetches: 1);
    }

    [Fact]
    public async Task Nobody_moves_somebody_else()
    {
        var trap = guarded.E.Serve("/u/trap", Document(guarded.E.Origin + "/u/trap", [Carol.Id, Mallory.Id]));

        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Move", Carol.Id, ("target", trap)));
        await guarded.RefusesLaterAsync("origin.not_owner", Mel, Mel.Activity("Move", Carol.Id, ("target", trap)));
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Move", Carol.Document(), ("target", trap)));
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Move", new[] { Mallory.Id, Carol.Id }, ("target", trap)));
    }

    [Fact]
    public async Task A_move_to_oneself_to_nobody_or_to_several_is_none()
    {
        await guarded.RefusesLaterAsync("move.oneself", Carol, Move(Carol, Carol.Id));
        await guarded.RefusesLaterAsync("activity.not_understood", Carol, Carol.Activity("Move", Carol.Id));
        await guarded.RefusesLaterAsync("activity.not_understood", Carol, Carol.Activity("Move", Carol.Id, ("target", new[] { Mel.Id, Mallory.Id })));
        await guarded.RefusesLaterAsync("fetch.gone", Carol, Move(Carol, guarded.Node.IdOf("nobody")));
    }

    [Fact]
    public async Task What_stands_in_the_letter_about_the_new_account_is_not_believed() =>
        await guarded.RefusesLaterAsync(
            "move.unconfirmed", Carol, Carol.Activity("Move", Carol.Id, ("target", Document(Mallory.Id, [Carol.Id]))), fetches: 1);

    [Fact]
    public async Task Who_moves_to_and_fro_moves_once_in_seven_days()
    {
        var (one, two) = (guarded.P.Person("one"), guarded.P.Person("two"));
        guarded.P.Serve("/u/two", Document(two, [one.Id]));
        await FollowAsync("bilal", one.Id);

        var item = await guarded.TakesInAsync(Letter(Move(one, two.Id), one, out var id), id);

        Assert.Equal((InboxState.Done, null), (item.State, item.Problem));
        var followed = await FollowedByAsync("bilal");
        Assert.Contains(two.Id, followed);
        Assert.DoesNotContain(one.Id, followed);
        await guarded.QuietAsync();
        await guarded.RefusesLaterAsync("move.cooldown", one, Move(one, two.Id));
        guarded.P.Serve("/u/one", Document(one, [two.Id], movedTo: two.Id));
        await guarded.RefusesLaterAsync("move.unconfirmed", two, Move(two, one.Id), fetches: 1);
    }

    [Fact]
    public async Task Where_somebody_says_that_they_have_moved_counts_once_the_other_says_so_too()
    {
        var (three, four) = (guarded.P.Person("three"), guarded.P.Person("four"));
        guarded.P.Serve("/u/four", Document(four, [three.Id]));
        guarded.P.Serve("/u/three", Document(three, [], movedTo: Mallory.Id));
        await guarded.TakesInAsync(Letter(three.Activity("Update", three.Document()), three, out var first), first);
        Assert.Null(await MovedToAsync(three));

        await FollowAsync("bilal", four.Id);
        guarded.P.Serve("/u/three", Document(three, [], movedTo: four.Id));
        await guarded.TakesInAsync(Letter(three.Activity("Update", three.Document()), three, out var second), second);
        Assert.Equal(four.Id, await MovedToAsync(three));
    }

    [Fact]
    public async Task A_host_that_is_kept_out_is_neither_left_nor_reached()
    {
        await using var x = Elsewhere.Start(guarded.Authority, "kept-out.test");
        var eve = x.Person("eve");
        x.Serve("/u/eve", Document(eve, [Carol.Id]));
        await guarded.Node.DoAsync("dora", (Viewer dora, DecideAboutHost decide) =>
            decide.ExecuteAsync(dora, new Uri(x.Origin).Host, HostSeverity.Suspend, "Spam.", null, default));

        await guarded.RefusesLaterAsync("host.closed", Carol, Move(Carol, eve.Id));
        await guarded.RefusesAsync("403 host.closed", eve.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, Move(eve, Carol.Id))));
        Assert.Equal(0, x.Fetches);
    }

    [Fact]
    public async Task Nobody_says_what_somebody_else_is_called()
    {
        await guarded.RefusesLaterAsync("origin.not_owner", Mallory, Mallory.Activity("Update", Carol.Document()));
        await guarded.RefusesLaterAsync("origin.not_owner", Mel, Mel.Activity("Update", Carol.Document()));
    }

    private HttpMessage Letter(Dictionary<string, object?> activity, Stranger sender, out string id)
    {
        id = (string)activity["id"]!;
        return sender.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity));
    }

    private Task<string?> MovedToAsync(Stranger who) =>
        guarded.Node.AskAsync((PostMoneyDb db) => db.Actors.Where(actor => actor.Uri == who.Id).Select(actor => actor.MovedTo).SingleAsync());

    private static Dictionary<string, object?> Move(Stranger from, string to) => from.Activity("Move", from.Id, ("target", to));

    private static Dictionary<string, object?> Document(Stranger who, string[] aliases, string? movedTo = null)
    {
        var document = System.Text.Json.JsonSerializer.SerializeToElement(who.Document()).EnumerateObject()
            .ToDictionary(member => member.Name, object? (member) => member.Value);
        (document["alsoKnownAs"], document["movedTo"]) = (aliases, movedTo);
        return document;
    }

    private static Dictionary<string, object?> Document(string id, string[] aliases) => new()
    {
        ["id"] = id,
        ["type"] = "Person",
        ["inbox"] = id + "/inbox",
        ["outbox"] = id + "/outbox",
        ["alsoKnownAs"] = aliases,
    };

    private Task<Follow> FollowAsync(string who, string whom) =>
        guarded.Node.DoAsync(who, (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, whom, default));

    private Task<List<string>> FollowedByAsync(string who) => guarded.Node.AskAsync((PostMoneyDb db) => db.Follows
        .Where(follow => db.Actors.Any(actor => actor.Id == follow.FollowerId && actor.LocalId != null && actor.Handle == who))
        .Join(db.Actors, follow => follow.FollowedId, actor => actor.Id, (_, actor) => actor.Uri)
        .ToListAsync());
}
