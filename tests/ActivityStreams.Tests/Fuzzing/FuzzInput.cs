using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>One input, as bytes, as a document where it is one, and as a line of text.</summary>
/// <param name="Bytes">A body as a stranger sends it.</param>
/// <param name="Document">What the platform makes of it: it lets through more than StrictJson. Null where it is no JSON.</param>
/// <param name="Text">An address, a header, a key, or something like it.</param>
/// <param name="Other">Another such line.</param>
internal sealed record FuzzInput(byte[] Bytes, JsonElement? Document, string Text, string Other)
{
    /// <summary>Makes the input of a number; the same corpus, seed and number make the same input.</summary>
    public static FuzzInput Make(Corpus corpus, ulong seed, long number)
    {
        var chance = new Chance(seed, number);
        var bytes = chance.OneIn(6)
            ? chance.Of(corpus.Texts)
            : Encoding.UTF8.GetBytes(new MutateJson(corpus, chance).Apply(chance.Of(corpus.Documents)));
        bytes = MutateBytes.Apply(bytes, chance);
        var text = MutateBytes.Apply(chance.Of(corpus.Strings), corpus.Strings, chance);
        return new FuzzInput(bytes, Parse(bytes), text, MutateBytes.Apply(chance.Of(corpus.Strings), corpus.Strings, chance));
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var body = Encoding.UTF8.GetString(Bytes);
        return string.Create(CultureInfo.InvariantCulture, $"body ({Bytes.Length} bytes): {Cut(body)}\ntext: {Cut(Text)}\nother: {Cut(Other)}");
    }

    private static string Cut(string text) => text.Length > 4_000 ? text[..4_000] + "…" : text;

    private static JsonElement? Parse(byte[] bytes)
    {
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
