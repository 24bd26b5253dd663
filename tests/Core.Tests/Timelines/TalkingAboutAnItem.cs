using PostMoney.Core.Access;
using PostMoney.Core.Posts;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Timelines;

public sealed class TalkingAboutAnItem : IAsyncLifetime
{
    private Town _town = null!;

    public async ValueTask InitializeAsync() => _town = await Town.FoundAsync(origin: Town.Origin);

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Begins_with_the_post_that_says_the_same_and_counts_what_one_may_read()
    {
        var item = await _town.OfferAsync(_town.Amina, _town.LadderToLend() with { Visibility = Visibility.Public });
        var talk = await TalkAsync(_town.Zoe, item);
        Assert.Equal(0, talk!.Answers);

        await AnswerAsync(_town.Chen, talk.PostId, PostVisibility.Public);
        await AnswerAsync(_town.Bilal, talk.PostId, PostVisibility.Direct);

        Assert.Equal(1, (await TalkAsync(_town.Zoe, item))!.Answers);
        Assert.Equal(1, (await TalkAsync(_town.Ewa, item))!.Answers);
        Assert.Equal(2, (await TalkAsync(_town.Amina, item))!.Answers);
    }

    [Fact]
    public async Task Is_not_offered_where_the_item_is_for_members()
    {
        var item = await _town.OfferAsync(_town.Amina, _town.LadderToLend() with { Visibility = Visibility.Node });

        Assert.Null(await TalkAsync(_town.Amina, item));
    }

    private Task<TalkLink?> TalkAsync(Person who, Guid item) => _town.AsAsync(who, (Viewer viewer, ItemTalk talk) => talk.FindAsync(viewer, item, default));

    private async Task AnswerAsync(Person who, Guid post, PostVisibility visibility) => (await _town.AsAsync(who, (Viewer viewer, PublishPost publish) =>
        publish.ExecuteAsync(viewer, new PostForm("Is it long?", visibility, ReplyTo: post), default))).Granted();
}
