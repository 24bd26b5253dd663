using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Identifiers;

public sealed class NamingAPassport
{
    private const string Published = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";

    [Fact]
    public void Agrees_with_the_official_vectors_of_Ed25519()
    {
        using var vectors = Read("ed25519-x25519.json");
        foreach (var vector in vectors.RootElement.EnumerateObject())
        {
            using var key = Ed25519SecretKey.FromSeed(Convert.FromHexString(vector.Value.GetProperty("seed").GetString()!));
            using var opens = key.ToAgreementKey();
            var agreement = vector.Value.GetProperty("keyAgreementKeyPair");

            Assert.Equal(vector.Name, DidKey.From(key.PublicKey).Value);
            Assert.True(DidKey.TryParse(vector.Name, out var did));
            Assert.Equal(key.PublicKey, did.Key);
            Assert.Equal(
                vector.Value.GetProperty("didDocument").GetProperty("assertionMethod")[0].GetString(), did.VerificationMethod);
            Assert.EndsWith("#" + Multikey.Of(did.AgreementKey), agreement.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.Equal(PublishedKey(agreement, "publicKey", "x"), did.AgreementKey.Bytes);
            Assert.Equal(PublishedKey(agreement, "privateKey", "d"), opens.Bytes);
            Assert.Equal(did.AgreementKey, opens.PublicKey);
        }
    }

    [Theory]
    [InlineData("rsa.json")]
    [InlineData("secp256k1.json")]
    [InlineData("nist-curves.json")]
    [InlineData("bls12381.json")]
    public void Refuses_the_official_vectors_of_every_other_kind_of_key(string file)
    {
        using var vectors = Read(file);
        var names = vectors.RootElement.EnumerateObject().Select(vector => vector.Name).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.False(DidKey.TryParse(name, out _)));
    }

    [Fact]
    public void Agrees_with_the_vector_of_FEP_521a()
    {
        var vector = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestData.Find("fep"), "multikey-vectors.json")))
            .RootElement.GetProperty("vectors")[0];
        var text = vector.GetProperty("multikey").GetProperty("publicKeyMultibase").GetString();

        Assert.True(Multikey.TryParse(text, out Ed25519PublicKey? key));
        Assert.Equal(vector.GetProperty("publicKeyHex").GetString(), Convert.ToHexStringLower(key.Bytes));
        Assert.Equal(text, Multikey.Of(key));
    }

    [Fact]
    public void Two_names_are_equal_when_their_keys_are()
    {
        using var asha = Passports.Asha();
        using var bilal = Passports.Bilal();
        var did = DidKey.From(asha.PublicKey);

        Assert.True(DidKey.TryParse(did.Value, out var again));
        Assert.Equal(did, again);
        Assert.Equal(did.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(did, DidKey.From(bilal.PublicKey));
        Assert.Equal(did.Value, did.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("did:key:")]
    [InlineData("z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")]
    [InlineData("DID:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")]
    [InlineData("did:web:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")]
    [InlineData("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW")]
    [InlineData("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWpp")]
    [InlineData("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp ")]
    [InlineData(" did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW")]
    [InlineData("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDoo0p")]
    [InlineData("did:key:Z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")]
    [InlineData("did:key:z6LShs9GGnqk85isEBzzshkuVWrVKsRp24GnDuHk8QWkARMW")]
    [InlineData(Published + "#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")]
    [InlineData(Published + "?x")]
    [InlineData("did:key:1z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW")]
    public void Any_other_text_is_refused(string? text)
    {
        Assert.True(DidKey.TryParse(Published, out _));
        Assert.False(DidKey.TryParse(text, out var did));
        Assert.Null(did);
    }

    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("16a567fe7d4ef5482ab4012c369bf8c5f11e8d0c2559dcda50fde59708f8aee5")]
    [InlineData("efffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void A_name_of_a_key_that_is_refused_is_refused(string key) =>
        Assert.False(DidKey.TryParse("did:key:" + Multibase.EncodeBase58(Convert.FromHexString("ed01" + key)), out _));

    [Fact]
    public void The_same_key_in_base64url_is_another_text_and_refused()
    {
        using var asha = Passports.Asha();

        Assert.False(DidKey.TryParse("did:key:" + Multibase.EncodeBase64Url([0xED, 0x01, .. asha.PublicKey.Bytes]), out _));
    }

    [Fact]
    public void A_verification_method_names_its_own_key_and_no_other()
    {
        using var asha = Passports.Asha();
        using var bilal = Passports.Bilal();
        var did = DidKey.From(asha.PublicKey);

        Assert.True(DidKey.TryParseVerificationMethod(did.VerificationMethod, out var parsed));
        Assert.Equal(did, parsed);
        Assert.False(DidKey.TryParseVerificationMethod(did.Value, out _));
        Assert.False(DidKey.TryParseVerificationMethod($"{did}#{Multikey.Of(bilal.PublicKey)}", out _));
        Assert.False(DidKey.TryParseVerificationMethod($"{did}#{Multikey.Of(did.AgreementKey)}", out _));
        Assert.False(DidKey.TryParseVerificationMethod($"{did}/{Multikey.Of(did.Key)}", out _));
        Assert.False(DidKey.TryParseVerificationMethod(did.VerificationMethod + "x", out _));
        Assert.False(DidKey.TryParseVerificationMethod(null, out _));
    }

    [Fact]
    public void A_key_of_one_kind_is_not_read_as_the_other()
    {
        using var asha = Passports.Asha();
        var signing = Multikey.Of(asha.PublicKey);
        var agreement = Multikey.Of(asha.PublicKey.ToAgreementKey());

        Assert.StartsWith("z6Mk", signing, StringComparison.Ordinal);
        Assert.StartsWith("z6LS", agreement, StringComparison.Ordinal);
        Assert.True(Multikey.TryParse(agreement, out X25519PublicKey? parsed));
        Assert.Equal(asha.PublicKey.ToAgreementKey(), parsed);
        Assert.False(Multikey.TryParse(signing, out X25519PublicKey? _));
        Assert.False(Multikey.TryParse(agreement, out Ed25519PublicKey? _));
    }

    // Four vectors have base58 and one a JSON Web Key.
    private static byte[] PublishedKey(JsonElement pair, string name, string jwkMember)
    {
        var text = pair.TryGetProperty(name + "Base58", out var base58)
            ? "z" + base58.GetString()
            : "u" + pair.GetProperty(name + "Jwk").GetProperty(jwkMember).GetString();
        Assert.True(Multibase.TryDecode(text, out var bytes));
        return bytes;
    }

    private static JsonDocument Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(TestData.Find("did-key"), "test-vectors", file)));
}
