using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Posts;
using PostMoney.Federation.Tests.Peers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Federation.Tests;

/// <summary>Amina shows photos, and Ruth of a server by Fedify reads what they are, where they are and what they show.</summary>
public sealed class PhotosAcrossServers() : NextToHarbour(new FedifyOptions { FirstKnock = "cavage" }, "amina")
{
    [Fact]
    public async Task A_photo_is_told_with_its_address_its_size_and_what_it_shows_and_with_every_change()
    {
        await FollowAsync();
        var post = await PublishAsync("The shed is painted.", "A red shed.");

        var note = (await Harbour.WaitForAsync(one => one.Type == "Create" && one.ObjectId == post.Uri)).Json.GetProperty("object");
        var photo = Assert.Single(note.GetProperty("attachment").EnumerateArray());
        Assert.Equal(
            ("Image", "image/webp", "A red shed.", 600, 400),
            (Text(photo, "type"), Text(photo, "mediaType"), Text(photo, "name"), photo.GetProperty("width").GetInt32(), photo.GetProperty("height").GetInt32()));
        Assert.StartsWith(Node.Origin + "/photos/", Text(photo, "url"), StringComparison.Ordinal);
        Assert.True((await Harbour.VerifyProofAsync(note)).IsProofVerified);

        await Node.DoAsync("amina", (Viewer viewer, EditPost edit) => edit.ExecuteAsync(viewer, post.Id, "Painted.", "", [new(1, null, "", IsRemoved: true)], default));
        var changed = (await Harbour.WaitForAsync(one => one.Type == "Update" && one.ObjectId == post.Uri)).Json.GetProperty("object");
        Assert.False(changed.TryGetProperty("attachment", out var left) && left.GetArrayLength() > 0);
    }

    private static string? Text(JsonElement photo, string name) => photo.GetProperty(name).GetString();

    private async Task FollowAsync()
    {
        await Ruth.FollowAsync(Node.AddressOf("amina"));
        await Node.WaitForAsync("Ruth follows", async db => await db.Follows.CountAsync(f => f.State == FollowState.Accepted) == 1);
    }

    private Task<Post> PublishAsync(string text, string shows) => Node.DoAsync("amina", (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(
        viewer, new PostForm(text, PostVisibility.Public, Photos: [new(1, new MemoryStream(SamplePhotos.FromACamera(600, 400)), shows)]), default));
}
