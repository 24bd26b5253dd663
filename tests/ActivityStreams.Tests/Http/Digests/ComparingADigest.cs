using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Http.Digests;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Http.Digests;

public sealed class ComparingADigest(ITestOutputHelper output)
{
    private const string Hello = "{\"hello\": \"world\"}\n";

    // Digests of a body in Brotli: the bytes that the RFC prints for it are not those it took the digests of.
    private static readonly string[] _ofTheEncodedBody = ["d435", "db7f"];

    [Fact]
    public void Agrees_with_the_examples_of_RFC_9530()
    {
        var digests = Examples().GetProperty("digests").EnumerateArray().ToList();
        var checks = digests.ConvertAll(one =>
            BodyDigest.Check($"{one.GetProperty("algorithm")}=:{one.GetProperty("digest")}:", BodyOf(one)));

        // Some are printed with a second sign of padding that no base64 has.
        var misprinted = digests.Count(one => one.GetProperty("digest").GetString()!.Length % 4 != 0);
        var encoded = digests.Count(one => _ofTheEncodedBody.Contains(one.GetProperty("digest").GetString()![..4]));
        Assert.Equal((31, 4, 6), (checks.Count, misprinted, encoded));
        Assert.Equal(misprinted, checks.Count(check => check == DigestCheck.Unreadable));
        Assert.Equal(encoded, checks.Count(check => check == DigestCheck.Differs));
        Assert.Equal(31 - misprinted - encoded, checks.Count(check => check == DigestCheck.Matches));
        output.WriteLine($"RFC 9530: {31 - misprinted - encoded} of 31 digests match, {misprinted} misprinted, {encoded} of a body not given");
    }

    [Fact]
    public void Agrees_with_the_sample_values_of_RFC_9530()
    {
        var sample = Encoding.UTF8.GetBytes(Hello.TrimEnd());
        var text = Examples().GetProperty("sections").EnumerateArray().Last().GetProperty("blocks")[0].GetProperty("text").GetString()!;
        var fields = text.Split("\n\n").Select(line => line.Replace(" ", "", StringComparison.Ordinal).Split('-', StringSplitOptions.None))
            .Select(parts => string.Join('-', parts[..^1]) + "=" + parts[^1])
            .ToList();

        Assert.Equal(DigestCheck.Matches, BodyDigest.Check(fields[0], sample));
        Assert.Equal(DigestCheck.Matches, BodyDigest.Check(fields[1], sample));
        Assert.All(fields[2..], field => Assert.Equal(DigestCheck.Unsupported, BodyDigest.Check(field, sample)));
        Assert.Equal(DigestCheck.Matches, BodyDigest.Check(string.Join(", ", fields), sample));
        Assert.Equal(fields[1], BodyDigest.Write(sample));
    }

    [Theory]
    [InlineData("SHA-256=0Gnx8ZzPXCwS0Hi4xKnSDo0PqhzvBTqnBZ1ygVd4Bpw=", DigestCheck.Differs)]
    [InlineData("SHA-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=", DigestCheck.Matches)]
    [InlineData("sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=", DigestCheck.Matches)]
    [InlineData("MD5=1B2M2Y8AsgTpgAmY7PhCfg==,SHA-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=", DigestCheck.Matches)]
    [InlineData("SHA-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=,SHA-256=0Gnx8ZzPXCwS0Hi4xKnSDo0PqhzvBTqnBZ1ygVd4Bpw=", DigestCheck.Differs)]
    [InlineData("SHA-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabA==", DigestCheck.Unreadable)]
    [InlineData("SHA-256=", DigestCheck.Unreadable)]
    [InlineData("SHA-256", DigestCheck.Unreadable)]
    [InlineData("", DigestCheck.Unreadable)]
    [InlineData("MD5=1B2M2Y8AsgTpgAmY7PhCfg==", DigestCheck.Unsupported)]
    [InlineData("SHA=thvDyvhfIqlvFe+A9MYgxAfm1q5=", DigestCheck.Unsupported)]
    public void Reads_the_older_field(string field, DigestCheck expected) =>
        Assert.Equal(expected, BodyDigest.CheckLegacy(field, Encoding.UTF8.GetBytes(Hello)));

    [Theory]
    [InlineData("", DigestCheck.Unsupported)]
    [InlineData("sha-256", DigestCheck.Unreadable)]
    [InlineData("sha-256=:AAAA:", DigestCheck.Unreadable)]
    [InlineData("sha-256=\"RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=\"", DigestCheck.Unreadable)]
    [InlineData("SHA-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:", DigestCheck.Unreadable)]
    [InlineData("sha-256=:d435Qo+nKZ+gLcUHn7GQtQ72hiBVAgqoLsZnZPiTGPk=:", DigestCheck.Differs)]
    [InlineData("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:, sha-512=:AAAA:", DigestCheck.Unreadable)]
    public void Refuses_what_is_no_digest_of_the_body(string field, DigestCheck expected) =>
        Assert.Equal(expected, BodyDigest.Check(field, Encoding.UTF8.GetBytes(Hello)));

    [Fact]
    public void Finds_what_it_wrote()
    {
        byte[] body = [1, 2, 3];

        Assert.Equal(DigestCheck.Matches, BodyDigest.Check(BodyDigest.Write(body), body));
        Assert.Equal(DigestCheck.Matches, BodyDigest.CheckLegacy(BodyDigest.WriteLegacy(body), body));
        Assert.Equal(DigestCheck.Differs, BodyDigest.Check(BodyDigest.Write(body), [1, 2]));
        Assert.Equal(DigestCheck.Differs, BodyDigest.CheckLegacy(BodyDigest.WriteLegacy(body), []));
    }

    private static byte[] BodyOf(JsonElement one) => one.GetProperty("reproducedFrom").GetString() is { } text
        ? Encoding.UTF8.GetBytes(text)
        : Encoding.UTF8.GetBytes(one.GetProperty("digest").GetString()!.StartsWith("jjcg", StringComparison.Ordinal) ? Hello[10..] : Hello);

    private static JsonElement Examples() =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(TestData.Find("http-signatures"), "rfc9530", "examples.json")));
}
