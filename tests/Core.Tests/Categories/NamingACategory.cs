using PostMoney.Core.Categories;
using Xunit;

namespace PostMoney.Core.Tests.Categories;

public sealed class NamingACategory
{
    [Theory]
    [InlineData("need.tool@v1", ItemKind.Need, "tool", 1)]
    [InlineData("offer.wheelchair-van2@v12", ItemKind.Offer, "wheelchair-van2", 12)]
    [InlineData("need.ab@v99999", ItemKind.Need, "ab", 99_999)]
    public void A_name_is_read_and_written_alike(string name, ItemKind kind, string topic, int version)
    {
        Assert.True(CategoryId.TryParse(name, out var id));

        Assert.Equal((kind, topic, version, name, name), (id.Kind, id.Topic, id.Version, id.Value, id.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tool")]
    [InlineData("need.tool")]
    [InlineData("need.tool@v0")]
    [InlineData("need.tool@v01")]
    [InlineData("need.tool@v-1")]
    [InlineData("need.tool@v100000")]
    [InlineData("need.tool@1")]
    [InlineData("Need.tool@v1")]
    [InlineData("want.tool@v1")]
    [InlineData("need.Tool@v1")]
    [InlineData("need.t@v1")]
    [InlineData("need.1tool@v1")]
    [InlineData("need.tool/../x@v1")]
    [InlineData("need.tool@v1\n")]
    [InlineData(" need.tool@v1")]
    [InlineData("need.tool@v١")]
    [InlineData("need.abcdefghijklmnopqrstuvwxyzabcdef@v1")]
    public void Anything_else_is_no_name(string? name) => Assert.False(CategoryId.TryParse(name, out _));

    [Fact]
    public void The_next_version_is_one_more()
    {
        var next = CategoryText.Id("need.tool@v9").Next;

        Assert.Equal(CategoryText.Id("need.tool@v10"), next);
    }
}
