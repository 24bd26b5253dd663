using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Profiles;
using PostMoney.Core.Members;
using PostMoney.Core.Operations;
using PostMoney.Core.Posts;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>The document of an actor is kept ready, is the same for everybody, and is never older than what was saved last.</summary>
public sealed class AskingAgainWhoSomebodyIs : IAsyncLifetime
{
    private readonly LocalAuthority _authority = new();
    private FederatedNode _node = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await FederatedNode.StartAsync(_authority, "northside.test", "amina");
        _client = _authority.NewClient();
        _client.BaseAddress = new Uri(_node.Origin);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _node.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task Says_that_nothing_has_changed_until_something_has()
    {
        await AskAsync("/u/amina");
        using var first = await AskAsync("/u/amina");
        using var again = await AskAsync("/u/amina", tag: first.Headers.ETag);

        await _node.DoAsync("amina", (Viewer amina, ChangeProfile change) => change.ExecuteAsync(amina, new ProfileForm("Amina of the hill", "", []), default));
        using var changed = await AskAsync("/u/amina", tag: first.Headers.ETag);

        Assert.Equal(("public, no-cache", "Accept"), (first.Headers.CacheControl!.ToString(), first.Headers.Vary.Single()));
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Amina of the hill", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_the_page_for_people_all_the_same()
    {
        await AskAsync("/u/amina");
        await AskAsync("/u/amina");

        using var page = await AskAsync("/u/amina", accept: "text/html");

        Assert.Equal((HttpStatusCode.Redirect, "/@amina", true), (page.StatusCode, page.Headers.Location!.AbsolutePath, page.Headers.CacheControl!.NoStore));
    }

    [Fact]
    public async Task Is_over_with_the_membership()
    {
        await AskAsync("/u/amina");
        await AskAsync("/u/amina");
        var amina = await _node.AskAsync((PostMoneyDb db) => db.Members.Where(member => member.Handle == "amina").Select(member => member.Id).SingleAsync());

        await _node.DoAsync("dora", (Viewer dora, DecideMembership decide) => decide.ExecuteAsync(dora, amina, MemberState.Suspended, default));

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/u/amina")).StatusCode);
    }

    [Fact]
    public async Task Is_over_where_the_node_talks_with_nobody_any_more()
    {
        foreach (var path in new[] { "/u/amina", "/u/amina", "/actor", "/actor" })
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(path)).StatusCode);
        }

        await _node.DoAsync("dora", (Viewer dora, ChooseFederationMode choose) => choose.ExecuteAsync(dora, FederationMode.Local, default));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await AskAsync("/u/amina")).StatusCode, (await AskAsync("/actor")).StatusCode));
    }

    [Fact]
    public async Task Is_all_that_others_may_keep()
    {
        var post = await _node.DoAsync("amina", (Viewer amina, PublishPost publish) =>
            publish.ExecuteAsync(amina, new PostForm("Hello.", PostVisibility.Public), default));

        foreach (var path in new[] { $"/posts/{post.Id}", "/u/amina/outbox", "/u/amina/followers", "/u/nobody" })
        {
            Assert.True((await AskAsync(path)).Headers.CacheControl!.NoStore, path);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string accept = "application/activity+json", EntityTagHeaderValue? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await _client.SendAsync(request);
    }
}
