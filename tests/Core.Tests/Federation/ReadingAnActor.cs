using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Federation.Peers;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Federation;

/// <summary>What of an actor elsewhere is kept: its other ids as claims, its passports only where they have signed.</summary>
public sealed class ReadingAnActor : IDisposable
{
    private const string Ruth = "https://p.test/u/ruth";

    private readonly Ed25519SecretKey _passport = Key("Ruth");

    private string Did => DidKey.From(_passport.PublicKey).Value;

    public void Dispose() => _passport.Dispose();

    [Fact]
    public void Keeps_the_passport_that_says_that_the_actor_is_its_holders()
    {
        var ruth = ReadWith(Statement(Ruth));

        Assert.Equal(Did, ruth.Passports);
        Assert.Equal("https://q.test/u/ruth", ruth.AlsoKnownAs);
        Assert.Equal("https://n.test/u/ruth", ruth.MovedTo);
    }

    [Fact]
    public void Keeps_it_under_a_context_that_gives_the_words_other_names()
    {
        var statement = Statement(Ruth);
        var document = Document([statement]);
        document["@context"] = new JsonArray(
            "https://www.w3.org/ns/activitystreams", new JsonObject { ["VerifiableIdentityStatement"] = "https://w3id.org/fep/c390/VerifiableIdentityStatement" });

        Assert.Equal(Did, Read(document).Passports);
    }

    [Fact]
    public void Keeps_no_passport_that_speaks_of_somebody_else() => Assert.Equal("", ReadWith(Statement("https://p.test/u/mallory")).Passports);

    [Fact]
    public void Keeps_no_passport_whose_statement_was_changed()
    {
        var changed = Statement(Ruth);
        changed["subject"] = DidKey.From(Key("Mallory").PublicKey).Value;
        Assert.Equal("", ReadWith(changed).Passports);

        var added = Statement(Ruth);
        added["name"] = "Ruth";
        Assert.Equal("", ReadWith(added).Passports);
    }

    [Fact]
    public void Keeps_eight_lines_of_a_profile_clean_and_cut_to_size()
    {
        JsonObject Line(string name, string value) => new() { ["type"] = "PropertyValue", ["name"] = name, ["value"] = value };
        var many = Enumerable.Range(0, 20).Select(i => Line($"Line {i}", $"Value {i}"));

        var read = Read(Document([Line("<b>Site</b>", "<a href=\"https://ruth.example/\" rel=\"me\" onclick=\"x()\">ruth</a><script>alert(1)</script>"), Line("", "nothing"), Line("Empty", ""), .. many]));
        var fields = JsonSerializer.Deserialize<string[][]>(read.Fields)!;

        Assert.Equal(6, fields.Length);
        Assert.Equal("Site", fields[0][0]);
        Assert.Contains("href=\"https://ruth.example/\"", fields[0][1], StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", fields[0][1], StringComparison.Ordinal);
        Assert.DoesNotContain("script", fields[0][1], StringComparison.Ordinal);
        Assert.True(JsonSerializer.Deserialize<string[][]>(Read(Document([Line(new string('n', 5_000), new string('v', 5_000))])).Fields)![0].All(part => part.Length <= 1_100));
    }

    [Fact]
    public void Keeps_each_passport_once_and_looks_at_four_statements()
    {
        Assert.Equal(Did, ReadWith(Statement(Ruth), Statement(Ruth)).Passports);

        var void4 = Enumerable.Range(0, 4).Select(_ => Statement("https://p.test/u/mallory"));
        Assert.Equal("", ReadWith([.. void4, Statement(Ruth)]).Passports);
    }

    [Fact]
    public void Cuts_the_list_of_other_ids_and_leaves_out_what_is_none()
    {
        var document = Document([]);
        document["alsoKnownAs"] = new JsonArray(
            ["acct:ruth@q.test", "http://q.test/u/ruth", .. Enumerable.Range(0, 10_000).Select(i => JsonValue.Create($"https://q.test/u/{i}"))]);

        var aliases = Read(document).AlsoKnownAs.Split(' ');

        Assert.Equal(20, aliases.Length);
        Assert.Equal("https://q.test/u/0", aliases[0]);
    }

    private static Ed25519SecretKey Key(string name) => Ed25519SecretKey.FromSeed(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private JsonObject Statement(string about) => JsonNode.Parse(IdentityProof.Sign(WebId.Parse(about), _passport, StoppedClock.Beginning))!.AsObject();

    private static JsonObject Document(JsonObject[] attachments) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/activitystreams", "https://w3id.org/security/data-integrity/v2", "https://w3id.org/fep/c390"),
        ["id"] = Ruth,
        ["type"] = "Person",
        ["preferredUsername"] = "ruth",
        ["inbox"] = Ruth + "/inbox",
        ["outbox"] = Ruth + "/outbox",
        ["alsoKnownAs"] = "https://q.test/u/ruth",
        ["movedTo"] = "https://n.test/u/ruth",
        ["attachment"] = new JsonArray([.. attachments]),
    };

    private static Actor ReadWith(params JsonObject[] attachments) => Read(Document(attachments));

    private static Actor Read(JsonObject document)
    {
        var raw = JsonSerializer.SerializeToElement(document);
        Assert.True(PlainDocument.TryRead(raw, out var plain));
        return ActorReader.Read(new FetchedDocument(WebId.Parse(Ruth), plain, raw), Guid.CreateVersion7(), StoppedClock.Beginning).Granted();
    }
}
