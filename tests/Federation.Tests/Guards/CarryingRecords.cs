using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Items;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Whose record a need or an offer is, and who may send it (FEP-c390; case F-23 of the threat catalogue). Amina follows Carol and Mallory.</summary>
public sealed class CarryingRecords(GuardedNode guarded) : IClassFixture<GuardedNode>, IAsyncLifetime
{
    private readonly Person _dana = new("Dana");

    private readonly Person _edda = new("Edda");

    private static readonly byte[] _carolsSeed = [.. Enumerable.Repeat((byte)7, Ed25519SecretKey.SeedSize)];

    public async ValueTask InitializeAsync()
    {
        await guarded.Node.JoinAsync(_dana);
        await guarded.Node.JoinAsync(_edda);
    }

    public ValueTask DisposeAsync()
    {
        _dana.Dispose();
        _edda.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Who_says_nothing_of_passports_is_held_to_the_first_and_who_does_to_those()
    {
        var (danas, eddas) = (await RecordAsync(_dana), await RecordAsync(_edda));

        Assert.Equal("done", await SendAsync(guarded.Mallory, danas));
        Assert.Equal("refused record.changed_passport", await SendAsync(guarded.Mallory, eddas));

        Show(guarded.P, guarded.Carol, "/u/carol", IdentityProof.Sign(WebId.Parse(guarded.Carol.Id), Key(_carolsSeed), Stranger.Now));
        await ChangeAsync(guarded.Carol);
        Assert.Equal("refused record.other_passport", await SendAsync(guarded.Carol, eddas));

        Show(guarded.P, guarded.Carol, "/u/carol", IdentityProof.Sign(WebId.Parse(guarded.Carol.Id), Key(Seed("Edda")), Stranger.Now));
        await ChangeAsync(guarded.Carol);
        Assert.Equal("done", await SendAsync(guarded.Carol, eddas));

        Assert.Equal("refused record.others_passport", await SendAsync(guarded.Mallory, eddas));
        Assert.Equal(2, await guarded.Node.AskAsync((PostMoneyDb db) => db.MirroredItems.CountAsync()));
    }

    private static byte[] Seed(string name) => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"the seed of {name}"));

    private static Ed25519SecretKey Key(byte[] seed) => Ed25519SecretKey.FromSeed(seed);

    private static void Show(Elsewhere server, Stranger who, string path, byte[] statement)
    {
        var document = JsonSerializer.SerializeToNode(who.Document())!.AsObject();
        document["@context"] = new JsonArray("https://www.w3.org/ns/activitystreams", "https://w3id.org/security/data-integrity/v2", "https://w3id.org/fep/c390");
        document["attachment"] = new JsonArray(JsonNode.Parse(statement));
        server.Serve(path, document);
    }

    private async Task<string> RecordAsync(Person who)
    {
        var item = await guarded.Node.OfferAsync(who, new ItemForm
        {
            Category = "offer.tool@v1",
            Title = "A ladder of 5 metres",
            Summary = "Aluminium, two parts.",
            From = TimeProvider.System.GetUtcNow(),
            To = TimeProvider.System.GetUtcNow().AddDays(30),
            Sections = JsonElement.Parse("""{"details":{"kind":"ladder","condition":"good"}}"""),
            Units = 1,
            Visibility = Visibility.Public,
        });
        return await guarded.Node.AskAsync((PostMoneyDb db) => db.ItemVersions.Where(version => version.ItemId == item).Select(version => Encoding.UTF8.GetString(version.Record)).SingleAsync());
    }

    // The type of the object has to be told for the change to be seen as one of the actor.
    private Task<Core.Federation.Inbox.InboxItem> ChangeAsync(Stranger who)
    {
        var update = who.Activity("Update", new { id = who.Id, type = "Person", inbox = who.Id + "/inbox", outbox = who.Id + "/outbox" });
        return guarded.TakesInAsync(who.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, update)), (string)update["id"]!);
    }

    private async Task<string> SendAsync(Stranger who, string record)
    {
        var proposal = new { id = who.NewId(), type = "Proposal", attributedTo = who.Id, record };
        var activity = who.Activity("Create", proposal, ("@context", new[] { "https://www.w3.org/ns/activitystreams", "https://w3id.org/postmoney/ns/v1" }));
        var item = await guarded.TakesInAsync(who.SignedAsOneShould(Stranger.Letter(guarded.SharedInbox, activity)), (string)activity["id"]!);
        return $"{item.State} {item.Problem}".Trim().ToLowerInvariant();
    }
}
