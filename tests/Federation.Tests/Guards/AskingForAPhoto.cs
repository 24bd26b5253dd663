using System.Net;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>A photo is for those for whom its post is; and what others put with their posts is shown as a link, and fetched by nobody.</summary>
public sealed class AskingForAPhoto(GuardedNode guarded) : IClassFixture<GuardedNode>
{
    [Theory]
    [InlineData(PostVisibility.Public, true, true, true)]
    [InlineData(PostVisibility.Unlisted, true, true, true)]
    [InlineData(PostVisibility.Followers, false, true, false)]
    [InlineData(PostVisibility.Direct, false, false, false)]
    [InlineData(PostVisibility.Node, false, false, false)]
    public async Task It_is_served_to_servers_of_whom_the_post_is_for(PostVisibility visibility, bool anybody, bool carol, bool sol)
    {
        await using var meadow = Elsewhere.Start(guarded.Authority, $"meadow-{visibility}.test".ToLowerInvariant());
        var whoDoesNotFollow = meadow.Person("sol");
        var photo = await PublishAsync(visibility);

        Assert.Equal(
            (anybody, carol, sol),
            (await GetsAsync(photo, null, null), await GetsAsync(photo, guarded.Carol, guarded.Carol.KeyId), await GetsAsync(photo, whoDoesNotFollow, whoDoesNotFollow.KeyId)));
    }

    [Fact]
    public async Task It_is_not_served_to_whom_takes_another_name()
    {
        var photo = await PublishAsync(PostVisibility.Followers);

        Assert.False(await GetsAsync(photo, guarded.Mallory, guarded.Carol.KeyId));
    }

    [Fact]
    public async Task What_others_put_with_a_post_is_kept_as_a_link_and_never_fetched()
    {
        var (host, asked) = (guarded.P.Origin, guarded.Fetches);
        var post = guarded.Note(guarded.Carol, guarded.Carol.NewId(), "Look at our garden.");
        post["attachment"] = new object[]
        {
            new { type = "Document", mediaType = "image/jpeg", url = host + "/garden.jpg", name = "Beans & <b>roses</b>" },
            new { type = "Image", url = new[] { new { type = "Link", href = host + "/shed.webp", mediaType = "image/webp" } } },
            new { type = "Video", mediaType = "video/mp4", url = host + "/bees.mp4", name = "Bees" },
            new { type = "Link", href = host + "/plan.html" },
            new { type = "Document", mediaType = "image/png", url = "javascript:alert(1)" },
            new { type = "Document", mediaType = "image/png", url = "http://plain.test/a.png" },
            new { type = "Document", mediaType = "image/png", url = "https://carol:secret@p.test/a.png" },
            new { type = "PropertyValue", name = "Home", value = host + "/home" },
            new { type = "Document" },
        };
        await TakesInAsync("Create", post);

        var id = (string)post["id"]!;
        var files = await guarded.Node.AskAsync((PostMoneyDb db) => db.PostAttachments.Where(file => db.Posts.Any(p => p.Uri == id && p.Id == file.PostId))
            .OrderBy(file => file.Position).ToListAsync());
        Assert.Equal(
            [
                (AttachmentKind.Picture, host + "/garden.jpg", "Beans & roses"), (AttachmentKind.Picture, host + "/shed.webp", ""),
                (AttachmentKind.Video, host + "/bees.mp4", "Bees"), (AttachmentKind.File, host + "/plan.html", ""),
            ],
            files.Select(file => (file.Kind, file.Address, file.Name)));
        Assert.Equal(asked, guarded.Fetches);

        post["attachment"] = new object[] { new { type = "Document", mediaType = "image/jpeg", url = host + "/garden.jpg", name = "Only beans" } };
        await TakesInAsync("Update", post);
        Assert.Equal(["Only beans"], await guarded.Node.AskAsync((PostMoneyDb db) => db.PostAttachments.Where(file => file.Address == host + "/garden.jpg").Select(file => file.Name).ToListAsync()));
    }

    private async Task TakesInAsync(string type, object post)
    {
        var activity = guarded.Carol.Activity(type, post);
        await guarded.TakesInAsync(guarded.Carol.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)), (string)activity["id"]!);
    }

    private async Task<string> PublishAsync(PostVisibility visibility)
    {
        var post = await guarded.Node.DoAsync("amina", (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(
            viewer, new PostForm("Look.", visibility, Photos: [new(1, new MemoryStream(SamplePhotos.Jpeg()), "")]), default));
        var card = (await guarded.Node.AsAsync("amina", (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, post.Id, default)))!.Single();
        return guarded.Node.Origin + card.Photos[0].Path;
    }

    private async Task<bool> GetsAsync(string photo, Stranger? who, string? keyId)
    {
        var asked = HttpMessage.ToSend("GET", new Uri(photo), default, KeyValuePair.Create("Accept", "image/webp"));
        using var client = guarded.Authority.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, photo);
        foreach (var (name, value) in asked.Headers.Concat(who is null ? [] : RequestSigning.Sign(asked, who.Key, keyId!, SignatureScheme.Cavage, Stranger.Now)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"answered {answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
