using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Federation.Tests.Peers;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Two servers by Fedify and none of ours: what the other tests lean on holds by itself.</summary>
public sealed class TwoServersOfOthers(Neighbours neighbours) : IClassFixture<Neighbours>
{
    [Fact]
    public async Task Follow_each_other_and_see_all_that_is_said_verified()
    {
        var (harbour, hill) = await neighbours.BothAsync();
        var (ruth, sol) = (harbour.Person("ruth"), hill.Person("sol"));

        await ruth.FollowAsync(sol.Handle);
        await sol.FollowAsync(ruth.Id);
        List<Received> seen =
        [
            await hill.WaitForAsync("Follow", ruth.Id),
            await harbour.WaitForAsync("Accept", sol.Id),
            await harbour.WaitForAsync("Follow", sol.Id),
            await hill.WaitForAsync("Accept", ruth.Id),
        ];
        Assert.Equal([sol.Id], await ruth.FollowingAsync());
        Assert.Equal([ruth.Id], await sol.FollowersAsync());

        var post = (await sol.PostAsync("Who has a ladder?")).ObjectId!;
        seen.Add(await harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == post));
        var reply = (await ruth.PostAsync("I have.", mentions: [sol.Handle], inReplyTo: post)).ObjectId!;
        seen.Add(await hill.WaitForAsync(one => one.Type == "Create" && one.ObjectId == reply));
        await ruth.LikeAsync(post);
        seen.Add(await hill.WaitForAsync(one => one.Type == "Like" && one.ObjectId == post));
        var announced = (await ruth.AnnounceAsync(post)).ActivityId;
        seen.Add(await hill.WaitForAsync(one => one.Id == announced));
        await ruth.UndoAsync(announced);
        seen.Add(await hill.WaitForAsync(one => one.Type == "Undo" && one.ObjectId == announced));
        await sol.UpdateAsync(post, "Who has a long ladder?");
        seen.Add(await harbour.WaitForAsync(one => one.Type == "Update" && one.ObjectId == post));
        await sol.DeleteAsync(post);
        seen.Add(await harbour.WaitForAsync(one => one.Type == "Delete" && one.ObjectId == post));

        Assert.All(seen, one => Assert.True(one.IsVerified && one.Scheme == "rfc9421", one.ToString()));
        Assert.Empty(await harbour.FailuresAsync());
        Assert.Empty(await hill.FailuresAsync());
    }

    [Fact]
    public async Task End_what_they_began()
    {
        var (harbour, hill) = await neighbours.BothAsync();
        var (tom, ida) = (harbour.Person("tom"), hill.Person("ida"));
        var follow = await tom.FollowAsync(ida.Id);
        await harbour.WaitForAsync("Accept", ida.Id);

        await tom.UndoAsync(follow.ActivityId);

        Assert.Empty(await tom.FollowingAsync());
        Assert.Empty(await ida.FollowersAsync());

        await hill.AnswerFollowsAsync("reject");
        await tom.FollowAsync(ida.Id);
        await harbour.WaitForAsync("Reject", ida.Id);
        await hill.AnswerFollowsAsync("accept");

        Assert.Empty(await tom.FollowingAsync());
        Assert.Empty(await ida.FollowersAsync());
    }

    [Fact]
    public async Task Show_what_is_direct_to_its_reader_alone()
    {
        var (harbour, _) = await neighbours.BothAsync();
        var options = new FedifyOptions { People = ["mary"], FirstKnock = "cavage", DemandsSignatures = true };
        await using var strict = await FedifyPeer.StartAsync(neighbours.Authority, "strict.test", options);
        var (ken, mary) = (harbour.Person("ken"), strict.Person("mary"));

        var post = (await mary.PostAsync("The key is under the mat.", to: "direct", mentions: [ken.Handle])).ObjectId!;

        var received = await harbour.WaitForAsync("Create", mary.Id);
        Assert.True(received.IsVerified && received.Scheme == "cavage", received.ToString());
        Assert.Equal(post, (await ken.LookupAsync(post)).GetProperty("id").GetString());
        await Assert.ThrowsAsync<PeerException>(() => harbour.Person("ana").LookupAsync(post));
        await Assert.ThrowsAsync<PeerException>(() => harbour.LookupAsync(post));
        await Assert.ThrowsAsync<PeerException>(() => harbour.LookupAsync(mary.Id));
        Assert.Equal(mary.Id, (await harbour.Person("ana").LookupAsync(mary.Id)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Follow_those_who_move_if_the_new_place_agrees()
    {
        var (harbour, hill) = await neighbours.BothAsync();
        var (ida, tom, sol, ana) = (harbour.Person("ida"), harbour.Person("tom"), harbour.Person("sol"), hill.Person("ana"));
        await ana.FollowAsync(ida.Id);
        await hill.WaitForAsync("Accept", ida.Id);

        await ida.MoveAsync(tom.Id);
        Assert.Equal([ida.Id], await ana.FollowingAsync());

        await sol.DescribeAsync(aliases: [ida.Id]);
        await ida.MoveAsync(sol.Id);
        await hill.WaitForAsync("Accept", sol.Id);
        Assert.Equal([sol.Id], await ana.FollowingAsync());
        Assert.Empty(await tom.FollowersAsync());
    }

    [Fact]
    public async Task Say_when_a_proof_does_not_hold()
    {
        var (harbour, hill) = await neighbours.BothAsync();
        var ida = hill.Person("ida");
        await ida.FlagAsync(harbour.Person("ken").Handle, "Sells what was lent.");
        var flag = (await harbour.WaitForAsync("Flag", ida.Id)).Json;

        Assert.True((await harbour.VerifyProofAsync(flag)).IsProofVerified);
        Assert.False((await harbour.VerifyProofAsync(Changed(flag, "content", "Is kind."))).IsProofVerified);
        Assert.Null((await harbour.VerifyProofAsync(Changed(flag, "proof", null))).IsProofVerified);
    }

    [Fact]
    public async Task Tell_who_they_are()
    {
        var (harbour, hill) = await neighbours.BothAsync();
        var ken = hill.Person("ken");
        await ken.PostAsync("Good morning.");

        Assert.Equal("ken", (await harbour.LookupAsync(ken.Handle)).GetProperty("preferredUsername").GetString());
        Assert.Equal(ken.Id, (await harbour.WebFingerAsync($"acct:ken@{hill.Host}")).GetProperty("links")[0].GetProperty("href").GetString());
        Assert.Equal("fediverse", (await harbour.NodeInfoAsync(hill.Origin)).GetProperty("software").GetProperty("name").GetString());
        Assert.Single(await harbour.Person("ida").CollectionAsync(ken.Outbox));
        Assert.Contains(await hill.RequestsAsync(), request => request is { Path: "/users/ken/outbox", Scheme: "rfc9421", Status: 200 });
    }

    [Fact]
    public async Task Knock_twice_and_say_who_did_not_take_it()
    {
        var (harbour, _) = await neighbours.BothAsync();
        await using var closed = FaultyPeer.Start(neighbours.Authority, "closed.test", request => request.Method == "POST"
            ? Fault.Refusal(401)
            : Fault.None(Person($"https://{request.Headers["host"]}")));

        var refused = await Assert.ThrowsAsync<PeerException>(() => harbour.Person("ken").FollowAsync(closed.Origin));

        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
        var knocks = closed.Requests.Where(request => request.Method == "POST").Select(request => request.Headers.ContainsKey("signature-input"));
        Assert.Equal([true, false], knocks);
    }

    [Fact]
    public async Task Ask_nobody_outside_the_test()
    {
        var (harbour, _) = await neighbours.BothAsync();
        using var impostor = new LocalAuthority();
        await using var elsewhere = FaultyPeer.Start(impostor, "elsewhere.test", _ => Fault.None(new { }));

        Assert.Equal(JsonValueKind.Object, (await harbour.LoadAsync("https://w3id.org/security/multikey/v1")).ValueKind);
        await Assert.ThrowsAsync<PeerException>(() => harbour.LoadAsync("https://www.w3.org/ns/credentials/v2"));
        await Assert.ThrowsAsync<PeerException>(() => harbour.LoadAsync(elsewhere.Origin));
        Assert.Empty(elsewhere.Requests);
    }

    private static Dictionary<string, string> Person(string id) => new()
    {
        ["@context"] = "https://www.w3.org/ns/activitystreams",
        ["id"] = id,
        ["type"] = "Person",
        ["inbox"] = id + "/inbox",
    };

    private static JsonElement Changed(JsonElement document, string member, string? value)
    {
        var changed = JsonNode.Parse(document.GetRawText())!.AsObject();
        if (value is null)
        {
            changed.Remove(member);
        }
        else
        {
            changed[member] = value;
        }

        return JsonSerializer.SerializeToElement(changed);
    }
}
