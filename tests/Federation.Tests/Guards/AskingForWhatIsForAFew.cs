using System.Net;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.Core.Access;
using PostMoney.Core.Posts;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Whoever asks a running node for a post for followers shows by a signature who they are. Some servers keep a key at an address of its own.</summary>
public sealed class AskingForWhatIsForAFew(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    [Fact]
    public async Task A_key_at_an_address_of_its_own_is_its_owners()
    {
        await using var fields = Elsewhere.Start(guarded.Authority, "fields.test");
        var (mary, sol) = (Keeper(fields, "mary", asActor: true), Keeper(fields, "sol", asActor: false));
        var follow = mary.Activity("Follow", guarded.Amina);
        var letter = Stranger.Letter(guarded.SharedInbox, follow);
        await guarded.TakesInAsync(letter.With(RequestSigning.Sign(letter, mary.Key, KeyOf(mary), SignatureScheme.Cavage, Stranger.Now)), (string)follow["id"]!);
        var post = await SayAsync();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(post, mary, KeyOf(mary)));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(post, sol, KeyOf(sol)));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(post, sol, KeyOf(mary)));
    }

    [Fact]
    public async Task A_key_that_its_owner_does_not_name_is_nobodys()
    {
        var post = await SayAsync();
        guarded.P.Serve("/stolen", new { id = guarded.P.Origin + "/stolen", owner = guarded.Carol.Id, publicKeyPem = guarded.Mallory.Pem });
        guarded.E.Serve("/stolen", new { id = guarded.E.Origin + "/stolen", owner = guarded.Carol.Id, publicKeyPem = guarded.Mallory.Pem });

        Assert.Equal(HttpStatusCode.OK, await AskAsync(post, guarded.Carol, guarded.Carol.KeyId));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(post, guarded.Mallory, guarded.P.Origin + "/stolen"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(post, guarded.Mallory, guarded.E.Origin + "/stolen"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(post, guarded.Mallory, guarded.E.Origin + "/nowhere"));
    }

    private static string KeyOf(Stranger who) => who.Id + "/main-key";

    /// <summary>Somebody whose key has an address below their own, where their document lies once more, or the key alone.</summary>
    private static Stranger Keeper(Elsewhere at, string name, bool asActor)
    {
        var person = at.Person(name);
        var key = new { id = KeyOf(person), owner = person.Id, publicKeyPem = person.Pem };
        var document = new { id = person.Id, type = "Person", preferredUsername = name, inbox = person.Id + "/inbox", outbox = person.Id + "/outbox", publicKey = key };
        at.Serve($"/u/{name}", document);
        at.Serve($"/u/{name}/main-key", asActor ? document : key);
        return person;
    }

    private Task<Post> SayAsync() => guarded.Node.DoAsync("amina", (Viewer viewer, PublishPost publish) =>
        publish.ExecuteAsync(viewer, new PostForm("Among us.", PostVisibility.Followers), default));

    private async Task<HttpStatusCode> AskAsync(Post post, Stranger who, string keyId)
    {
        var asked = HttpMessage.ToSend("GET", new Uri(post.Uri), default, KeyValuePair.Create("Accept", "application/activity+json"));
        using var client = guarded.Authority.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, post.Uri);
        foreach (var (name, value) in asked.Headers.Concat(RequestSigning.Sign(asked, who.Key, keyId, SignatureScheme.Cavage, Stranger.Now)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
