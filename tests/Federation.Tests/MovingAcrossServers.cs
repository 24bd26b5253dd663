using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Following;
using PostMoney.Core.Members;
using PostMoney.Core.Moving;
using PostMoney.Core.Passports;
using PostMoney.Core.Timelines;
using PostMoney.Federation.Tests.Peers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina, who has one passport, moves from northside to southside, both nodes of ours; Ruth, Bilal and Chen follow her.</summary>
public sealed class MovingAcrossServers : IAsyncLifetime
{
    private readonly LocalAuthority _authority = new();

    private readonly Person _amina = new("Amina");

    private FedifyPeer _harbour = null!;

    private FederatedNode _northside = null!;

    private FederatedNode _southside = null!;

    private PeerPerson Ruth => _harbour.Person("ruth");

    private PeerPerson Sol => _harbour.Person("sol");

    public async ValueTask InitializeAsync()
    {
        _harbour = await FedifyPeer.StartAsync(_authority, "harbour.test");
        _northside = await FederatedNode.StartAsync(_authority, "northside.test", "bilal");
        _southside = await FederatedNode.StartAsync(_authority, "southside.test", "chen");
        await _northside.JoinAsync(_amina);
        await _southside.JoinAsync(_amina);
    }

    public async ValueTask DisposeAsync()
    {
        await (_southside?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_northside?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_harbour?.DisposeAsync() ?? ValueTask.CompletedTask);
        _amina.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task Takes_followers_of_the_old_the_new_and_a_third_server_along()
    {
        var (old, home) = (_northside.IdOf("amina"), _southside.IdOf("amina"));
        await CarryAsync(_northside);
        await CarryAsync(_southside);
        await FollowAsync(_northside, "bilal", old);
        await FollowAsync(_southside, "chen", old);
        await Ruth.FollowAsync(_northside.AddressOf("amina"));
        await _harbour.WaitForAsync("Accept", old);
        await _southside.WaitForAsync("Chen follows Amina", db => FollowsAsync(db, "chen", old));

        await _southside.DoAsync("amina", (Viewer amina, AddAlias add) => add.ExecuteAsync(amina, _northside.AddressOf("amina"), default));
        var draft = await _northside.DoAsync("amina", (Viewer amina, DraftMove move) => move.ExecuteAsync(amina, _southside.AddressOf("amina"), default));
        var record = _amina.Sign(draft, TimeProvider.System.GetUtcNow());
        await _northside.DoAsync("amina", (Viewer amina, MoveAway move) => move.ExecuteAsync(amina, "amina", record, default));

        var move = await _harbour.WaitForAsync("Move", old);
        Assert.True(move.IsVerified, move.ToString());
        await _southside.WaitForAsync("Chen follows Amina where she is", db => FollowsAsync(db, "chen", home));
        await _northside.WaitForAsync("Bilal follows Amina where she is", db => FollowsAsync(db, "bilal", home));
        await _harbour.WaitForAsync("Accept", home);
        Assert.Equal([home], await Ruth.FollowingAsync());
        Assert.False(await _southside.AskAsync((PostMoneyDb db) => FollowsAsync(db, "chen", old)));
        Assert.False(await _northside.AskAsync((PostMoneyDb db) => FollowsAsync(db, "bilal", old)));
        await _southside.WaitForAsync("Chen is told", db => db.Notifications.AnyAsync(news => news.Kind == "follow.moved"));

        // Both carry one passport, and each server has checked it by itself.
        var seen = await _southside.AsAsync("chen", (Viewer chen, PersonPages people) => people.FindAsync(chen, $"amina@{_northside.Host}", default));
        Assert.Equal((home, AccountBond.OnePassport), (seen!.MovedTo!.Uri, seen.MovedTo.Bond));
        var known = await _northside.AsAsync("bilal", (Viewer bilal, PersonPages people) => people.FindAsync(bilal, $"amina@{_southside.Host}", default));
        Assert.Equal((old, AccountBond.OnePassport), (Assert.Single(known!.AlsoKnownAs).Uri, known.AlsoKnownAs[0].Bond));
    }

    [Fact]
    public async Task Leaves_an_actor_that_others_can_read_and_nobody_new_can_follow()
    {
        await CarryAsync(_northside);
        await MoveAsync();

        var read = await _harbour.LookupAsync(_northside.AddressOf("amina"));
        Assert.Equal(_northside.IdOf("amina"), read.GetProperty("id").GetString());
        var document = await _harbour.LoadAsync(_northside.IdOf("amina"));
        Assert.Equal(_southside.IdOf("amina"), document.GetProperty("movedTo").GetString());
        Assert.Equal(_amina.Did, Assert.Single(document.GetProperty("attachment").EnumerateArray()).GetProperty("subject").GetString());

        await Sol.FollowAsync(_northside.IdOf("amina"));
        await _harbour.WaitForAsync("Reject", _northside.IdOf("amina"));
        Assert.Empty(await Sol.FollowingAsync());
        Assert.False(await _northside.AskAsync((PostMoneyDb db) => db.Follows.AnyAsync()));
    }

    [Fact]
    public async Task Of_somebody_elsewhere_takes_members_along_once_each()
    {
        await FollowAsync(_northside, "amina", Ruth.Id);
        await FollowAsync(_northside, "bilal", Ruth.Id);
        await FollowAsync(_northside, "bilal", Sol.Id);
        await _northside.WaitForAsync("all is agreed", async db => await db.Follows.CountAsync(follow => follow.State == FollowState.Accepted) == 3);

        await Sol.DescribeAsync(aliases: [Ruth.Id]);
        await Ruth.MoveAsync(Sol.Id);

        await _northside.WaitForAsync("Amina follows Sol", db => FollowsAsync(db, "amina", Sol.Id));
        await _northside.WaitForAsync("nobody follows Ruth", async db => !await FollowsAsync(db, "amina", Ruth.Id) && !await FollowsAsync(db, "bilal", Ruth.Id));
        await _harbour.WaitForAsync(one => one.Type == "Undo" && one.Actor == _northside.IdOf("bilal"));
        await _harbour.WaitForAsync(one => one.Type == "Undo" && one.Actor == _northside.IdOf("amina"));
        Assert.Empty(await Ruth.FollowersAsync());
        Assert.Equal([_northside.IdOf("amina"), _northside.IdOf("bilal")], (await Sol.FollowersAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(2, await _northside.AskAsync((PostMoneyDb db) => db.Follows.CountAsync()));
        Assert.Equal(Sol.Id, await _northside.AskAsync((PostMoneyDb db) => db.Actors.Where(actor => actor.Uri == Ruth.Id).Select(actor => actor.MovedTo).SingleAsync()));
    }

    [Fact]
    public async Task Is_not_needed_to_be_seen_under_another_name()
    {
        await FollowAsync(_northside, "bilal", Ruth.Id);
        await _northside.WaitForAsync("Ruth has agreed", db => db.Follows.AnyAsync(follow => follow.State == FollowState.Accepted));

        await Ruth.DescribeAsync(displayName: "Captain Ruth", aliases: [Sol.Id]);

        await _northside.WaitForAsync("Ruth is a captain", db => db.Actors.AnyAsync(actor => actor.Uri == Ruth.Id && actor.Name == "Captain Ruth" && actor.AlsoKnownAs == Sol.Id));
    }

    private async Task MoveAsync()
    {
        await _southside.DoAsync("amina", (Viewer amina, AddAlias add) => add.ExecuteAsync(amina, _northside.AddressOf("amina"), default));
        var draft = await _northside.DoAsync("amina", (Viewer amina, DraftMove move) => move.ExecuteAsync(amina, _southside.AddressOf("amina"), default));
        var record = _amina.Sign(draft, TimeProvider.System.GetUtcNow());
        await _northside.DoAsync("amina", (Viewer amina, MoveAway move) => move.ExecuteAsync(amina, "amina", record, default));
    }

    private static Task<Follow> FollowAsync(FederatedNode node, string who, string whom) =>
        node.DoAsync(who, (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, whom, default));

    private static Task<bool> FollowsAsync(PostMoneyDb db, string who, string whom) => db.Follows.AnyAsync(follow =>
        follow.State == FollowState.Accepted
        && db.Actors.Any(actor => actor.Id == follow.FollowerId && actor.LocalId != null && actor.Handle == who)
        && db.Actors.Any(actor => actor.Id == follow.FollowedId && actor.Uri == whom));

    // As the page does it with what a browser has signed.
    private async Task CarryAsync(FederatedNode node)
    {
        var challenge = await node.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.SignIn, default));
        var token = (await node.AskAsync((SignIn signIn) => signIn.WithPassportAsync(
            _amina.Answer(ChallengePurpose.SignIn, challenge), Town.Origin, "a test", default))).Granted();
        var me = await node.AskAsync((Sessions sessions) => sessions.FindAsync(token, default));
        var statement = _amina.Passport.StateIdentity(WebId.Parse(node.IdOf("amina")), TimeProvider.System.GetUtcNow());
        (await node.AskAsync((StateIdentity identity) => identity.ExecuteAsync(me!, statement, default))).Granted();
    }
}
