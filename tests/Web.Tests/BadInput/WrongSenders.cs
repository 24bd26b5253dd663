using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace PostMoney.Web.Tests.BadInput;

/// <summary>Requests that do not come from whom they seem to come from.</summary>
public sealed partial class WrongSenders(OddTown town) : IClassFixture<OddTown>
{
    [Fact]
    public async Task Are_refused_at_every_form_without_its_token()
    {
        var before = town.Contents();
        using var dora = await town.VisitorAsync("dora");
        foreach (var door in await FormsAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Filled(door)) { Content = Form() };
            using var answer = await dora.SendBareAsync(request);

            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{door.Name} answered {answer.StatusCode}");
        }

        Assert.Empty(town.ChangedSince(before));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Are_refused_from_another_site_even_with_the_token(string header, string value)
    {
        var before = town.Contents();
        using var dora = await town.VisitorAsync("dora");
        var token = Token().Match(await dora.ReadAsync("/me/settings")).Groups[1].Value;
        foreach (var door in await FormsAsync())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Filled(door)) { Content = Form(("__RequestVerificationToken", token)) };
            request.Headers.Add(header, value);
            using var answer = await dora.SendBareAsync(request);

            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{door.Name} answered {answer.StatusCode}");
        }

        Assert.Empty(town.ChangedSince(before));
    }

    [Fact]
    public async Task Are_heard_from_the_site_itself()
    {
        using var dora = await town.VisitorAsync("dora");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/me/notifications")
        {
            Content = Form(("__RequestVerificationToken", Token().Match(await dora.ReadAsync("/me/settings")).Groups[1].Value)),
        };
        request.Headers.Add("Origin", town.Node.Address.TrimEnd('/'));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        using var answer = await dora.SendBareAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Are_strangers_with_the_cookie_of_somebody_who_has_signed_out()
    {
        var session = await town.NewSessionAsync("amina");
        using var amina = Visitor.WithSession(town.Node, session);
        Assert.Equal(HttpStatusCode.OK, await amina.StatusAsync("/me"));
        using var left = await amina.SendAsync(HttpMethod.Post, "/sign-out", Form());
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);

        using var thief = Visitor.WithSession(town.Node, session);

        await AssertStrangerAsync(thief);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("A")]
    [InlineData("../../../../../../../../../../../etc/passwd00")]
    public async Task Are_strangers_with_a_cookie_that_nobody_was_given(string session)
    {
        using var thief = Visitor.WithSession(town.Node, session);

        await AssertStrangerAsync(thief);
    }

    [Fact]
    public async Task Are_strangers_with_a_cookie_of_which_one_letter_differs()
    {
        var session = await town.NewSessionAsync("amina");
        using var thief = Visitor.WithSession(town.Node, (session[0] == 'A' ? 'B' : 'A') + session[1..]);

        await AssertStrangerAsync(thief);
    }

    [Fact]
    public async Task Cannot_use_the_form_token_of_another_member()
    {
        using var amina = await town.VisitorAsync("amina");
        var hers = Token().Match(await amina.ReadAsync("/me/settings")).Groups[1].Value;
        using var dora = await town.VisitorAsync("dora");
        var before = town.Contents();
        await dora.ReadAsync("/me/settings");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/me/settings")
        {
            Content = Form(("Scheme", "dark"), ("__RequestVerificationToken", hers)),
        };

        using var answer = await dora.SendBareAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(town.ChangedSince(before));
    }

    [Theory]
    [InlineData("/items/{ladder}/edit")]
    [InlineData("/items/{ladder}/edit?handler=Draft")]
    [InlineData("/desk/policies/new?kind=least-used-first")]
    public async Task Are_told_what_is_missing_where_they_send_no_form(string path)
    {
        var before = town.Contents();
        using var dora = await town.VisitorAsync("dora");
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");

        using var answer = await dora.SendAsync(HttpMethod.Post, path.Replace("{ladder}", $"{town.Ladder}", StringComparison.Ordinal), body);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Empty(town.ChangedSince(before));
    }

    [Theory]
    [InlineData("/desk/import", 1_300_000)]
    [InlineData("/desk/import", 9_600_000)]
    [InlineData("/verify", 9_600_000)]
    [InlineData("/me/settings", 1_300_000)]
    [InlineData("/needs/new?handler=Signed", 1_300_000)]
    public async Task Are_told_that_it_is_too_much_at_once(string path, int bytes)
    {
        var before = town.Contents();
        using var dora = await town.VisitorAsync("dora");
        using var body = new MultipartFormDataContent { { new ByteArrayContent(new byte[bytes]), "File", "inventory.csv" } };

        using var answer = await dora.SendAsync(HttpMethod.Post, path, body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Too much at once", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(town.ChangedSince(before));
    }

    [Fact]
    public async Task Are_told_that_an_address_is_too_long()
    {
        using var dora = await town.VisitorAsync("dora");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, await dora.StatusAsync($"/search?q={new string('x', 20_000)}"));
        Assert.Equal(HttpStatusCode.OK, await dora.StatusAsync($"/search?q={new string('x', 7_000)}"));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    // The page of errors takes a form back from whatever went wrong, and does nothing with it.
    private async Task<List<Door>> FormsAsync() =>
        [.. (await Door.AllOfAsync(town.Node)).Where(door => door.Method == "POST" && !door.Route.StartsWith("oops", StringComparison.Ordinal))];

    private string Filled(Door door) => $"/{Parameter().Replace(door.Route, found => found.Value switch
    {
        "{handle}" => "amina",
        "{written:regex(^@)}" => "@amina",
        "{name}" => "choir",
        _ => door.Route.Split('/') switch
        {
            ["assignments", ..] => $"{town.Permit}",
            ["desk", "rounds", ..] => $"{town.Round}",
            ["desk", "pools", ..] => $"{town.Pool}",
            _ => $"{town.Wish}",
        },
    })}?handler={door.Handler}";

    private static async Task AssertStrangerAsync(Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var sent = await visitor.SendAsync(HttpMethod.Post, "/me/notifications", Form());
        Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
