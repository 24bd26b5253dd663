using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Following;
using PostMoney.Core.Foundation;
using PostMoney.Core.Media;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Posts;

/// <summary>Photos go with a post: into it, with it, and away with it.</summary>
public sealed class PuttingPhotosWithAPost : InTown
{
    [Fact]
    public async Task Shows_them_in_order_with_what_is_said_of_them()
    {
        var post = await SayAsync(Town.Amina, PostVisibility.Public, Slot(2, "The saw."), Slot(1, " The shed. "));

        var card = await CardAsync(Town.Chen, post);
        Assert.Equal([(1, "The shed.", 64, 48), (2, "The saw.", 64, 48)], card!.Photos.Select(photo => (photo.Position, photo.Description, photo.Width, photo.Height)));
    }

    [Theory]
    [InlineData(PostVisibility.Public, true, true, true)]
    [InlineData(PostVisibility.Unlisted, true, true, true)]
    [InlineData(PostVisibility.Node, false, true, true)]
    [InlineData(PostVisibility.Followers, false, false, true)]
    [InlineData(PostVisibility.Direct, false, false, false)]
    public async Task Shows_them_to_those_who_may_see_the_post(PostVisibility visibility, bool zoe, bool bilal, bool chen)
    {
        await Town.AsAsync(Town.Chen, (Viewer viewer, FollowActor follow) => follow.ExecuteAsync(viewer, "@amina", default));
        var photo = (await CardAsync(Town.Amina, await SayAsync(Town.Amina, visibility, Slot(1))))!.Photos[0].Id;

        Assert.Equal((zoe, bilal, chen, true), (await SeesAsync(Town.Zoe, photo), await SeesAsync(Town.Bilal, photo), await SeesAsync(Town.Chen, photo), await SeesAsync(Town.Amina, photo)));
    }

    [Fact]
    public async Task Is_not_there_under_an_id_that_was_never_given()
    {
        Assert.False(await SeesAsync(Town.Amina, Guid.Parse("00000000-0000-7000-8000-000000000001")));
    }

    [Fact]
    public async Task Goes_when_its_author_deletes_the_post()
    {
        var post = await SayAsync(Town.Amina, PostVisibility.Public, Slot(1), Slot(2));
        var photo = (await CardAsync(Town.Amina, post))!.Photos[0].Id;

        (await DeleteAsync(Town.Bilal, post)).RefusedAs("post.not-yours");
        Assert.True(await SeesAsync(Town.Amina, photo));
        (await DeleteAsync(Town.Amina, post)).Granted();

        Assert.False(await SeesAsync(Town.Amina, photo));
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task Can_be_changed_and_taken_away_by_its_author()
    {
        var post = await SayAsync(Town.Amina, PostVisibility.Public, Slot(1, "A"), Slot(2, "B"), Slot(3, "C"));
        var before = (await CardAsync(Town.Amina, post))!.Photos;

        (await EditAsync(Town.Amina, post, new PhotoSlot(1, null, "The shed."), new PhotoSlot(2, null, "B", IsRemoved: true), Slot(3, "Another."), Slot(4, "New."))).Granted();

        var after = (await CardAsync(Town.Amina, post))!.Photos;
        Assert.Equal([(1, "The shed."), (3, "Another."), (4, "New.")], after.Select(photo => (photo.Position, photo.Description)));
        Assert.Equal((before[0].Id, false), (after[0].Id, after.Any(photo => photo.Id == before[2].Id)));
        Assert.Equal((3, 3), await CountAsync());
    }

    [Fact]
    public async Task Cannot_be_changed_by_others()
    {
        var post = await SayAsync(Town.Amina, PostVisibility.Public, Slot(1, "A"));

        (await EditAsync(Town.Bilal, post, new PhotoSlot(1, null, "", IsRemoved: true), Slot(2))).RefusedAs("post.not-yours");

        Assert.Equal("A", Assert.Single((await CardAsync(Town.Amina, post))!.Photos).Description);
    }

    [Fact]
    public async Task Stays_as_it_is_when_only_the_text_is_changed()
    {
        var post = await SayAsync(Town.Amina, PostVisibility.Public, Slot(1, "A"));

        (await Town.AsAsync(Town.Amina, (Viewer viewer, EditPost edit) => edit.ExecuteAsync(viewer, post, "Other words.", "", default))).Granted();

        Assert.Equal("A", Assert.Single((await CardAsync(Town.Amina, post))!.Photos).Description);
    }

    [Fact]
    public async Task Is_refused_as_a_whole_where_one_is_no_photo()
    {
        var refused = await TryAsync(Town.Amina, Slot(1), new PhotoSlot(2, new MemoryStream("<svg/>"u8.ToArray()), ""));

        Assert.Equal(("photo.unreadable", "Photo2"), (refused.Refusal.Code, refused.Refusal.Field));
        Assert.Equal((0, 0), await CountAsync());
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task Is_refused_where_something_is_described_and_nothing_was_chosen()
    {
        var refused = await TryAsync(Town.Amina, new PhotoSlot(1, null, "The shed."));

        Assert.Equal(("photo.missing", "Photo1"), (refused.Refusal.Code, refused.Refusal.Field));
    }

    [Fact]
    public async Task Is_refused_where_the_description_is_a_book()
    {
        var refused = await TryAsync(Town.Amina, Slot(1, new string('a', Photo.LongestDescription + 1)));

        Assert.Equal(("photo.description", "Alt1"), (refused.Refusal.Code, refused.Refusal.Field));
    }

    [Fact]
    public async Task Is_refused_beyond_four_and_in_places_that_are_none()
    {
        (await TryAsync(Town.Amina, Slot(5))).RefusedAs("photo.too-many");
        (await TryAsync(Town.Amina, Slot(0))).RefusedAs("photo.too-many");
        (await TryAsync(Town.Amina, Slot(1), Slot(1))).RefusedAs("photo.too-many");
    }

    [Fact]
    public async Task Is_refused_when_the_member_has_no_room_left_and_only_then()
    {
        var post = await SayAsync(Town.Amina, PostVisibility.Public, Slot(1));
        await FillAsync(post);

        (await TryAsync(Town.Amina, Slot(1))).RefusedAs("photo.no-room");
        (await EditAsync(Town.Amina, post, Slot(2))).RefusedAs("photo.no-room");
        (await TryAsync(Town.Bilal, Slot(1))).Granted();
        (await EditAsync(Town.Amina, post, Slot(1))).Granted();
    }

    private static PhotoSlot Slot(int position, string description = "") => new(position, new MemoryStream(SamplePhotos.Jpeg()), description);

    private Task<Result<Post>> TryAsync(Person who, params PhotoSlot[] photos) => Town.AsAsync(who, (Viewer viewer, PublishPost publish) =>
        publish.ExecuteAsync(viewer, new PostForm("Look.", PostVisibility.Public, Photos: photos), default));

    private async Task<Guid> SayAsync(Person who, PostVisibility visibility, params PhotoSlot[] photos) => (await Town.AsAsync(who, (Viewer viewer, PublishPost publish) =>
        publish.ExecuteAsync(viewer, new PostForm("Look.", visibility, Photos: photos), default))).Granted().Id;

    private Task<Result<Done>> EditAsync(Person who, Guid post, params PhotoSlot[] photos) => Town.AsAsync(who, (Viewer viewer, EditPost edit) =>
        edit.ExecuteAsync(viewer, post, "Look again.", "", photos, default));

    private Task<Result<Done>> DeleteAsync(Person who, Guid post) =>
        Town.AsAsync(who, (Viewer viewer, DeletePost delete) => delete.ExecuteAsync(viewer, post, default));

    private async Task<PostCard?> CardAsync(Person who, Guid post) =>
        (await Town.AsAsync(who, (Viewer viewer, PostTimelines timelines) => timelines.ThreadAsync(viewer, post, default)))?.Single();

    private async Task<bool> SeesAsync(Person who, Guid photo) =>
        await Town.AsAsync(who, (Viewer viewer, ShowPhoto show) => show.ToVisitorAsync(viewer, photo, isSmall: false, default)) is not null;

    private Task<(int Photos, int Files)> CountAsync() => Town.AskAsync(async (PostMoneyDb db) => (await db.Photos.CountAsync(), await db.PhotoFiles.CountAsync()));

    // As if the one photo there is were as large as all that a member may have.
    private Task FillAsync(Guid post) => Town.DoAsync(async (PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(default);
        await db.Photos.Where(photo => photo.PostId == post).ExecuteUpdateAsync(set => set.SetProperty(photo => photo.Size, Photo.MostBytesOfMember));
        await change.SaveAsync(default);
    });
}
