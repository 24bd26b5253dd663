using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Access;
using PostMoney.Core.Groups;
using PostMoney.Core.Members;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>Dora is a steward, Fay an auditor, Gus a steward of the choir, Amina a member.</summary>
public sealed class WhoGetsToTheDesk : IAsyncLifetime
{
    private static readonly string[] _desk =
        ["/desk", "/desk/rounds", "/desk/returns", "/desk/maintenance", "/desk/maintenance/new", "/desk/pools/new"];

    private static readonly string[] _node =
    [
        "/desk/members", "/desk/members/amina", "/desk/invitations", "/desk/categories", "/desk/categories/need.tool@v1",
        "/desk/categories/new", "/desk/policies", "/desk/policies/new", "/desk/settings", "/desk/jobs", "/desk/grants",
    ];

    private static readonly string[] _audit = ["/audit", "/audit?check=true", "/audit/grants", "/audit/log.csv", "/audit/log.json", "/audit/grants.csv"];

    private static readonly string[] _public = ["/rounds", "/verify", "/transparency", "/servers"];

    private RunningNode _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await RunningNode.StartAsync();
        var (fay, _, _) = (await Visitor.JoinAsync(_town, "fay"), await Visitor.JoinAsync(_town, "gus"), await Visitor.JoinAsync(_town, "amina"));
        await using var scope = _town.Services.CreateAsyncScope();
        T Use<T>()
            where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        var dora = await Use<MemberList>().FindAsync("dora", default);
        var viewer = await Use<Viewers>().OfAsync(dora!.Id, dora.Did, default);
        Assert.True((await Use<AppointSteward>().AppointAsync(viewer, fay, "auditor", default)).IsGranted);
        Assert.True((await Use<FoundGroup>().ExecuteAsync(viewer, "choir", "The choir", "", GroupJoining.Open, default)).IsGranted);
        Assert.True((await Use<AddToGroup>().ExecuteAsync(viewer, "choir", "gus", "steward", default)).IsGranted);
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Depends_on_their_duty()
    {
        foreach (var (who, desk, node, audit) in new[]
        {
            ("dora", 200, 200, 200),
            ("gus", 200, 403, 403),
            ("fay", 403, 403, 200),
            ("amina", 403, 403, 403),
        })
        {
            using var visitor = await Visitor.SignInAsync(_town, who);
            await MeetAsync(visitor, who, (_desk, desk), (_node, node), (_audit, audit), (_public, 200));
        }
    }

    [Fact]
    public async Task Is_asked_to_sign_in_where_nobody_knows_them()
    {
        using var stranger = Visitor.Stranger(_town);

        await MeetAsync(stranger, "a stranger", (_desk, 302), (_node, 302), (_audit, 302), (_public, 200));
    }

    [Fact]
    public async Task Finds_as_an_auditor_no_button_that_changes_anything()
    {
        using var fay = await Visitor.SignInAsync(_town, "fay");

        foreach (var path in new[] { "/audit", "/audit/grants" })
        {
            var main = (await fay.ReadAsync(path)).Split("<main")[1].Split("</main>")[0];
            Assert.DoesNotContain("method=\"post\"", main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sends_no_form_of_a_page_that_is_not_theirs()
    {
        using var amina = await Visitor.SignInAsync(_town, "amina");

        using var refused = await amina.PostFromAsync("/me/settings", "/desk/settings", ("Name", "Aminaland"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Northside Commons", await amina.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_the_code_of_an_invitation_once()
    {
        using var dora = await Visitor.SignInAsync(_town, "dora");

        using var made = await dora.PostAsync("/desk/invitations", ("Note", "The choir"), ("Uses", "2"), ("Days", "7"));

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var link = (await made.Content.ReadAsStringAsync()).Split("id=\"link\">")[1].Split('<')[0];
        Assert.StartsWith($"{_town.Address}/join#", link, StringComparison.Ordinal);
        Assert.True(made.Headers.CacheControl!.NoStore);
        var again = await dora.ReadAsync("/desk/invitations");
        Assert.Contains("The choir", again, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('#')[1], again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_beside_the_field_what_is_wrong_with_a_schema()
    {
        using var dora = await Visitor.SignInAsync(_town, "dora");

        using var refused = await dora.PostAsync("/desk/categories/new", ("Name", "need.tool@v2"), ("Schema", "{\"x-price\":1}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("x-price", (await refused.Content.ReadAsStringAsync()).Split("id=\"Schema-error\"")[1], StringComparison.Ordinal);
    }

    private static async Task MeetAsync(Visitor visitor, string who, params (string[] Paths, int Status)[] expected)
    {
        foreach (var (paths, status) in expected)
        {
            foreach (var path in paths)
            {
                Assert.True((int)await visitor.StatusAsync(path) == status, $"{who} at {path}");
            }
        }
    }
}
