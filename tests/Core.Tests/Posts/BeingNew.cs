using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Posts;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Posts;

/// <summary>Amina came a moment ago.</summary>
public sealed class BeingNew : InTown
{
    [Fact]
    public async Task She_says_thirty_things_a_day_until_she_is_known()
    {
        for (var i = 0; i < 30; i++)
        {
            (await SayAsync(Town.Amina, $"Buy number {i}.")).Granted();
        }

        (await SayAsync(Town.Amina, "Buy this.")).RefusedAs("post.newcomer");
        Town.Clock.Pass(TimeSpan.FromDays(1));
        (await SayAsync(Town.Amina, "Good morning.")).Granted();
    }

    [Fact]
    public async Task She_names_five_people_in_a_post_and_more_after_three_days()
    {
        const string Six = "@bilal @chen @dora @ewa @fay @gus, buy this.";

        (await SayAsync(Town.Amina, Six)).RefusedAs("post.newcomer");
        (await SayAsync(Town.Dora, "@amina @bilal @chen @ewa @fay @gus, welcome.")).Granted();
        Town.Clock.Pass(TimeSpan.FromDays(3));
        (await SayAsync(Town.Amina, Six)).Granted();
    }

    private Task<Result<Post>> SayAsync(Person who, string text) =>
        Town.AsAsync(who, (Viewer viewer, PublishPost publish) => publish.ExecuteAsync(viewer, new PostForm(text, PostVisibility.Public), default));
}
