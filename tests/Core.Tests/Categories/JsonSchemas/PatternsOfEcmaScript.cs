using System.Text.Json;
using PostMoney.Core.Categories.JsonSchemas;
using Xunit;

namespace PostMoney.Core.Tests.Categories.JsonSchemas;

/// <summary>Where ECMAScript and .NET would answer differently, the answer is ECMAScript's.</summary>
public sealed class PatternsOfEcmaScript
{
    [Theory]
    [InlineData("^.$", "🔧")]
    [InlineData("^[🔧🔨]{2}$", "🔨🔧")]
    [InlineData(@"^\u{1F527}+$", "🔧🔧")]
    [InlineData(@"^\ud83d\udd27$", "🔧")]
    [InlineData("^[^a]$", "🔧")]
    [InlineData(@"^\W$", "é")]
    [InlineData(@"^\D\S$", "٣🔧")]
    [InlineData(@"^\p{Lu}\p{Letter}+$", "Åse")]
    [InlineData(@"^\P{L}$", "🔧")]
    [InlineData(@"\bé", "aé")]
    [InlineData(@"^a\/b\-c$", "a/b-c")]
    [InlineData("^{}$", "{}")]
    [InlineData("^(?<y>\\d{4})-\\k<y>$", "2026-2026")]
    [InlineData("^(a)(b)\\2\\1$", "abba")]
    [InlineData(@"^\cJ\x41\0$", "\nA\0")]
    [InlineData("^[\\b]$", "\b")]
    [InlineData("^[\\w-]+$", "a-b")]
    [InlineData("^a{2}b{1,}c{0,2}$", "aabbc")]
    [InlineData("^[^]$", "\n")]
    public void Fits(string pattern, string text) => Assert.True(Accepts(pattern, text));

    [Theory]
    [InlineData("^a$", "a\n")]
    [InlineData("^.$", "\u2028")]
    [InlineData("^..$", "🔧")]
    [InlineData(@"^\d$", "٣")]
    [InlineData(@"^\w$", "é")]
    [InlineData("^[^🔧]$", "🔧")]
    [InlineData("^[\U0001F527-\U0001F52A]$", "\U0001F52B")]
    [InlineData("^[^\\p{L}]$", "a")]
    [InlineData("^A$", "a")]
    [InlineData("[]", "a")]
    public void Does_not_fit(string pattern, string text) => Assert.False(Accepts(pattern, text));

    private static bool Accepts(string pattern, string text)
    {
        var schema = JsonSerializer.SerializeToElement(new { pattern });
        return JsonSchema.Compile(schema).Value.Check(JsonSerializer.SerializeToElement(text)).Count == 0;
    }
}
