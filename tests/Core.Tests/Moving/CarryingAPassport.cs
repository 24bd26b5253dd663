using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Members;
using PostMoney.Core.Moving;
using PostMoney.Core.Passports;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Moving;

/// <summary>A member's account shows a statement of their passport, and nothing that is not one.</summary>
public sealed class CarryingAPassport : IAsyncLifetime
{
    private const string Amina = Town.Origin + "/u/amina";

    private Town _town = null!;

    public async ValueTask InitializeAsync() => _town = await Town.FoundAsync(origin: Town.Origin);

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Puts_the_statement_into_the_actor_as_it_was_signed_and_takes_it_out_again()
    {
        var statement = _town.Amina.Passport.StateIdentity(WebId.Parse(Amina), _town.Clock.GetUtcNow());

        (await StateAsync(_town.Amina, statement)).Granted();

        var carried = (await DocumentAsync())["attachment"]!.AsArray().Single()!;
        Assert.Equal(Encoding.UTF8.GetString(statement), carried.ToJsonString());
        Assert.Equal(_town.Amina.Did, await PassportsAsync());

        (await _town.AsAsync(_town.Amina, (Viewer amina, StateIdentity identity) => identity.ForgetAsync(amina, default))).Granted();
        Assert.False((await DocumentAsync()).ContainsKey("attachment"));
        Assert.Equal("", await PassportsAsync());
    }

    [Fact]
    public async Task Takes_no_statement_of_another_passport_about_another_account_or_with_more_in_it()
    {
        var now = _town.Clock.GetUtcNow();
        var more = JsonNode.Parse(_town.Amina.Passport.StateIdentity(WebId.Parse(Amina), now))!.AsObject();
        more["name"] = "<script>";

        foreach (var wrong in new[]
        {
            _town.Bilal.Passport.StateIdentity(WebId.Parse(Amina), now),
            _town.Amina.Passport.StateIdentity(WebId.Parse(Town.Origin + "/u/bilal"), now),
            Encoding.UTF8.GetBytes(more.ToJsonString()),
            "{}"u8.ToArray(),
            "[]"u8.ToArray(),
        })
        {
            (await StateAsync(_town.Amina, wrong)).RefusedAs("move.statement");
        }

        Assert.False((await DocumentAsync()).ContainsKey("attachment"));
    }

    [Fact]
    public async Task Is_refused_on_a_node_without_a_place_and_makes_nobody_an_actor()
    {
        await using var nowhere = await Town.FoundAsync();

        (await nowhere.AsAsync(nowhere.Amina, (Viewer amina, StateIdentity identity) => identity.ForgetAsync(amina, default))).RefusedAs("move.no-place");
        (await nowhere.AsAsync(nowhere.Amina, (Viewer amina, AddAlias add) => add.ExecuteAsync(amina, "@bilal", default))).RefusedAs("move.no-place");
        (await nowhere.AsAsync(nowhere.Amina, (Viewer amina, FindDestination find) => find.ExecuteAsync(amina, "@bilal", default))).RefusedAs("move.no-place");
        Assert.Empty(await nowhere.AskAsync((PostMoneyDb db) => db.Actors.ToListAsync()));
    }

    [Fact]
    public async Task Is_for_members()
    {
        (await _town.AsAsync(_town.Zoe, (Viewer zoe, AddAlias add) => add.ExecuteAsync(zoe, "@bilal", default))).RefusedAs("members-only");
        (await _town.AsAsync(_town.Zoe, (Viewer zoe, ComeBack back) => back.ExecuteAsync(zoe, default))).RefusedAs("members-only");
        (await _town.AsAsync(_town.Zoe, (Viewer zoe, DraftMove draft) => draft.ExecuteAsync(zoe, "@bilal", default))).RefusedAs("members-only");
    }

    [Fact]
    public async Task Names_ten_former_accounts_and_no_more()
    {
        for (var i = 0; i < MoveRules.MostAliases; i++)
        {
            using var person = new Person($"Former{i}");
            (await _town.JoinAsync(person)).Granted();
            (await NameAsync($"@former{i}")).Granted();
        }

        (await NameAsync("@bilal")).RefusedAs("move.aliases");
        (await NameAsync("@former3")).Granted();
        Assert.Equal(MoveRules.MostAliases, (await DocumentAsync())["alsoKnownAs"]!.AsArray().Count);

        (await _town.AsAsync(_town.Amina, (Viewer amina, RemoveAlias remove) => remove.ExecuteAsync(amina, Town.Origin + "/u/former3", default))).Granted();
        Assert.DoesNotContain(Town.Origin + "/u/former3", (await DocumentAsync())["alsoKnownAs"]!.ToJsonString(), StringComparison.Ordinal);
        (await NameAsync("@amina")).RefusedAs("move.oneself");
    }

    private Task<Core.Foundation.Result<Core.Actors.Actor>> NameAsync(string former) =>
        _town.AsAsync(_town.Amina, (Viewer amina, AddAlias add) => add.ExecuteAsync(amina, former, default));

    private async Task<Core.Foundation.Result<Core.Foundation.Done>> StateAsync(Person who, byte[] statement)
    {
        var challenge = await _town.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.SignIn, default));
        var token = (await _town.AskAsync((SignIn signIn) => signIn.WithPassportAsync(
            who.Answer(ChallengePurpose.SignIn, challenge), Town.Origin, "a test", default))).Granted();
        var me = await _town.AskAsync((Sessions sessions) => sessions.FindAsync(token, default));
        return await _town.AskAsync((StateIdentity identity) => identity.ExecuteAsync(me!, statement, default));
    }

    private Task<JsonObject> DocumentAsync() => _town.AskAsync(async (ActorDocument document) => JsonNode.Parse(await document.WriteAsync(
        (await _town.AskAsync((LocalActors local) => local.MemberAsync("amina", default)))!, default))!.AsObject());

    private Task<string> PassportsAsync() => _town.AskAsync((PostMoneyDb db) =>
        db.Actors.Where(actor => actor.Uri == Amina).Select(actor => actor.Passports).SingleAsync());
}
