using PostMoney.Core.Posts;
using Xunit;

namespace PostMoney.Core.Tests.Posts;

/// <summary>Which text counts as an emoji.</summary>
public sealed class ReadingAnEmoji
{
    [Theory]
    [InlineData("👍")]
    [InlineData(" ❤ ")]
    [InlineData("❤️")]
    [InlineData("👍🏽")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("🇩🇪")]
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿")]
    [InlineData("1️⃣")]
    public void Takes_what_is_seen_as_one_picture(string text) => Assert.Equal(text.Trim(), TextEmoji.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(":blobcat:")]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("!")]
    [InlineData("<")]
    [InlineData("no")]
    [InlineData("👍👍")]
    [InlineData("👍 buy")]
    [InlineData("\u202E")]
    [InlineData("x\uFE0F")]
    [InlineData("\uD83D")]
    public void Leaves_all_other_text(string? text) => Assert.Null(TextEmoji.Read(text));

    [Fact]
    public void Leaves_a_picture_with_marks_without_end() => Assert.Null(TextEmoji.Read("👍" + new string('\uFE0F', 40)));
}
