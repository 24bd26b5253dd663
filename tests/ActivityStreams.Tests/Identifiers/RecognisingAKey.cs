using System.Globalization;
using System.Text.Json;
using PostMoney.ActivityStreams.Identifiers;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Identifiers;

public sealed class RecognisingAKey(ITestOutputHelper output)
{
    [Fact]
    public void Names_the_kind_of_every_official_did_key()
    {
        var kinds = Directory.GetFiles(Path.Combine(TestData.Find("did-key"), "test-vectors"), "*.json")
            .SelectMany(file => JsonElement.Parse(File.ReadAllText(file)).EnumerateObject())
            .SelectMany(one => one.NameEquals("didDocument") ? one.Value.EnumerateObject() : Enumerable.Repeat(one, 1))
            .Select(vector => (vector.Name, Kind: DidKey.Recognize(vector.Name), Document: vector.Value.GetRawText()))
            .ToList();

        Assert.DoesNotContain(kinds, one => one.Kind == KeyKind.Unknown);
        Assert.All(kinds, one => Assert.Contains(Name(one.Kind), one.Document.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.All(kinds, one => Assert.Equal(one.Kind == KeyKind.Ed25519, DidKey.TryParse(one.Name, out _)));
        output.WriteLine($"did-key: {kinds.Count} keys: " + string.Join(
            ", ", kinds.CountBy(one => one.Kind).Select(count => $"{count.Value} {count.Key}")));
    }

    [Fact]
    public void Has_the_codes_of_the_multicodec_table()
    {
        var codes = File.ReadLines(Path.Combine(TestData.Find("multicodec"), "table.csv"))
            .Skip(1)
            .Select(line => line.Split(',', StringSplitOptions.TrimEntries))
            .ToDictionary(row => row[0], row => int.Parse(row[2].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        string[] names =
        [
            "ed25519-pub", "x25519-pub", "secp256k1-pub", "bls12_381-g1-pub", "bls12_381-g2-pub", "bls12_381-g1g2-pub",
            "p256-pub", "p384-pub", "p521-pub", "rsa-pub",
        ];

        Assert.Equal(
            names.Select(name => codes[name]).Order(),
            Enum.GetValues<KeyKind>().Where(kind => kind != KeyKind.Unknown).Select(kind => (int)kind).Order());
        output.WriteLine($"multicodec: {names.Length} of {codes.Count} codes used");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("z6Mk")]
    [InlineData("did:web:example.com")]
    [InlineData("did:key:")]
    [InlineData("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW")]
    [InlineData("did:key:u7QEB")]
    public void Does_not_guess(string? text)
    {
        Assert.Equal(KeyKind.Unknown, DidKey.Recognize(text));
        Assert.Equal(KeyKind.Unknown, Multikey.Recognize(text));
    }

    // How the vectors' documents name the kind, in a JWK or in the type of a 2018 suite.
    private static string Name(KeyKind kind) => kind switch
    {
        KeyKind.Bls12381G1 or KeyKind.Bls12381G2 or KeyKind.Bls12381G1G2 => "BLS12381",
        _ => kind.ToString(),
    };
}
