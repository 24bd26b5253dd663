using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostMoney.Core.Passports;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Web.Tests.BadInput;

/// <summary>Records that were signed in a browser, or by something that says it is one.</summary>
public sealed class WrongRecords(OddTown town) : IClassFixture<OddTown>
{
    private static readonly string[] _form =
    [
        "Category=offer.tool@v1", "Title=Chen's drill", "Units=1", "Visibility=Public", "details.kind=drill", "details.condition=good", "sealed=lockCode",
    ];

    [Fact]
    public async Task Are_refused_signed_by_somebody_else()
    {
        using var zoe = new Person("Zoe");

        await RefusedAsync("item.foreign-signature", async draft => Body(zoe.Sign(draft, town.Node.Now)));
    }

    [Fact]
    public async Task Are_refused_changed_after_they_were_signed() => await RefusedAsync("record.proof", async draft =>
    {
        var signed = JsonNode.Parse(town.Chen.Sign(draft, town.Node.Now))!.AsObject();
        signed["title"] = "Chen's crane";
        return Body(Encoding.UTF8.GetBytes(signed.ToJsonString()));
    });

    [Theory]
    [InlineData("category", "\"offer.tool@v99\"", "item.category")]
    [InlineData("category", "\"need.tool@v1\"", "record.shape")]
    [InlineData("category", "7", "record.shape")]
    [InlineData("window", """{"from":"2031-01-02T00:00:00Z","to":"2031-01-01T00:00:00Z"}""", "item.window-reversed")]
    [InlineData("window", """{"from":"2026-01-01T00:00:00Z","to":"9999-12-31T23:59:59Z"}""", "item.window-long")]
    [InlineData("window", """{"from":"2026-01-01T00:00:00.0001Z","to":"2031-01-01T00:00:00Z"}""", "record.shape")]
    [InlineData("window", """{"from":"0001-01-01T00:00:00Z","to":"2027-01-01T00:00:00Z"}""", "item.window-early")]
    [InlineData("window", "null", "record.shape")]
    [InlineData("authority", "\"did:key:z6MkOther\"", "item.foreign-authority")]
    [InlineData("version", "2", "item.version")]
    [InlineData("version", "1e99", "record.shape")]
    [InlineData("published", "\"2020-01-01T00:00:00Z\"", "item.published")]
    [InlineData("units", "0", "record.shape")]
    [InlineData("title", "[]", "record.shape")]
    [InlineData("price", "5", "record.shape")]
    [InlineData("id", "\"https://evil.example/1\"", "record.shape")]
    [InlineData("attributedTo", "\"did:key:z6MkOther\"", "item.foreign-signature")]
    public async Task Are_refused_with_something_else_in_them(string name, string json, string code) => await RefusedAsync(code, async draft =>
    {
        var changed = JsonObject.Create(draft.Clone())!;
        changed[name] = JsonNode.Parse(json);
        return Body(town.Chen.Sign(JsonSerializer.SerializeToElement(changed), town.Node.Now));
    });

    [Theory]
    [InlineData("part", "item.payload")]
    [InlineData("key", "item.payload")]
    [InlineData("missing", "item.payload")]
    [InlineData("letters", "publish.body")]
    public async Task Are_refused_with_a_payload_that_was_tampered_with(string what, string code) => await RefusedAsync(code, async draft =>
    {
        var submission = await town.AskAsync((Core.Items.SignOnNode sign) => sign.AsMemberAsync(
            draft, new Dictionary<string, string> { ["lockCode"] = "4711" }, town.Chen.Passport, town.Node.Now, default));
        var (cipher, key) = (submission.Parts[0].Ciphertext.ToArray(), submission.SealedKey!.ToArray());
        cipher[^1] ^= (byte)(what == "part" ? 1 : 0);
        key[^1] ^= (byte)(what == "key" ? 1 : 0);
        var body = Body(submission.Record.ToArray());
        body["sealedKey"] = what == "letters" ? "%%%" : Base64Url.EncodeToString(key);
        body["parts"] = what == "missing" ? new JsonArray() : new JsonArray(new JsonObject
        {
            ["name"] = "lockCode",
            ["ciphertext"] = Base64Url.EncodeToString(cipher),
        });
        return body;
    });

    [Theory]
    [InlineData("application/json", "", "publish.body")]
    [InlineData("application/json", "{", "publish.body")]
    [InlineData("application/json", "null", "publish.body")]
    [InlineData("application/json", "[1]", "publish.body")]
    [InlineData("application/json", """{"record":"x"}""", "publish.body")]
    [InlineData("application/json", """{"record":{},"record":{}}""", "publish.body")]
    [InlineData("application/json", """{"record":{"a":"\ud800"}}""", "publish.body")]
    [InlineData("application/json", """{"record":{},"parts":{}}""", "publish.body")]
    [InlineData("application/json", """{"record":{},"parts":[1]}""", "publish.body")]
    [InlineData("application/json", """{"record":{},"sealedKey":7}""", "publish.body")]
    [InlineData("application/json", """{"record":{}}""", "record.proof")]
    [InlineData("application/json", """{"record":{"proof":[]}}""", "record.proof")]
    [InlineData("text/plain", """{"record":{}}""", "publish.body")]
    public async Task Are_refused_where_they_are_none(string type, string text, string code)
    {
        foreach (var path in new[] { "/offers/new", "/needs/new" })
        {
            await RefusedAsync(path, new StringContent(text, Encoding.UTF8, type), code);
        }
    }

    [Fact]
    public async Task Are_refused_with_bytes_that_are_no_text_too_deep_or_too_long()
    {
        await RefusedAsync("/offers/new", Json([.. "{\"record\":{\"a\":\""u8, 0xff, 0xfe, .. "\"}}"u8]), "publish.body");
        await RefusedAsync("/offers/new", Json(Encoding.UTF8.GetBytes($"{{\"record\":{new string('[', 5_000)}{new string(']', 5_000)}}}")), "publish.body");
        await RefusedAsync("/offers/new", Json(Encoding.UTF8.GetBytes($"{{\"record\":{{\"a\":\"{new string('x', 70_000)}\"}}}}")), "record.too-large");
        await RefusedAsync("/offers/new", Json(Encoding.UTF8.GetBytes($"{{\"record\":{{\"a\":\"{new string('x', 600_000)}\"}}}}")), "publish.body");
    }

    [Fact]
    public async Task Are_published_once_however_often_they_are_sent()
    {
        using var chen = await town.VisitorAsync("chen");
        var body = Body(town.Chen.Sign(await DraftAsync(chen, _form[..^1]), town.Node.Now)).ToJsonString();
        using var first = await chen.SendAsync(HttpMethod.Post, "/offers/new?handler=Signed", Json(Encoding.UTF8.GetBytes(body)));
        var location = await first.Content.ReadAsStringAsync();
        Assert.StartsWith("{\"location\":\"/items/", location, StringComparison.Ordinal);
        var before = town.Contents();

        using var again = await chen.SendAsync(HttpMethod.Post, "/offers/new?handler=Signed", Json(Encoding.UTF8.GetBytes(body)));

        Assert.Equal(location, await again.Content.ReadAsStringAsync());
        Assert.Empty(town.ChangedSince(before));
    }

    [Fact]
    public async Task Take_nothing_back_that_is_somebody_elses()
    {
        using var chen = await town.VisitorAsync("chen");
        var before = town.Contents();

        using var draft = await chen.SendAsync(HttpMethod.Post, $"/items/{town.Ladder}/withdraw?handler=Draft");
        using var signed = await chen.SendAsync(HttpMethod.Post, $"/items/{town.Ladder}/withdraw?handler=Signed", Json("{\"record\":{}}"u8.ToArray()));
        using var edited = await chen.SendAsync(HttpMethod.Post, $"/items/{town.Ladder}/edit?handler=Signed", Json("{\"record\":{}}"u8.ToArray()));

        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, signed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, edited.StatusCode);
        Assert.Empty(town.ChangedSince(before));
    }

    [Fact]
    public async Task Sign_nobody_in_with_an_answer_that_was_given_before_or_elsewhere()
    {
        var challenge = await town.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.SignIn, default));
        var elsewhere = await town.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.SignIn, default));
        var forJoining = await town.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.Join, default));
        var answer = town.Chen.Answer(ChallengePurpose.SignIn, challenge, town.Node.Address.TrimEnd('/'));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(answer));
        var before = town.Contents();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(answer));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(town.Chen.Answer(ChallengePurpose.SignIn, elsewhere, "https://evil.example")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(town.Chen.Answer(ChallengePurpose.Join, forJoining, town.Node.Address.TrimEnd('/'))));
        Assert.Empty(town.ChangedSince(before));
    }

    private static JsonObject Body(byte[] record) => new() { ["record"] = JsonNode.Parse(record) };

    private static ByteArrayContent Json(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private async Task<HttpStatusCode> SignInAsync(PossessionProof proof)
    {
        using var visitor = await town.VisitorAsync("a stranger", house: 99);
        using var answer = await visitor.SendAsync(HttpMethod.Post, "/sign-in?handler=Passport", new FormUrlEncodedContent(
        [
            KeyValuePair.Create("Did", proof.Did), KeyValuePair.Create("Nonce", proof.Nonce), KeyValuePair.Create("Signature", proof.Signature),
        ]));
        return answer.StatusCode;
    }

    private async Task<JsonElement> DraftAsync(Visitor chen, string[] form)
    {
        var fields = form.Select(field => KeyValuePair.Create(field.Split('=')[0], field.Split('=')[1]))
            .Append(KeyValuePair.Create("From", $"{town.Node.Now:yyyy-MM-dd'T'HH:mm}"))
            .Append(KeyValuePair.Create("To", $"{town.Node.Now.AddDays(9):yyyy-MM-dd'T'HH:mm}"));
        using var answer = await chen.SendAsync(HttpMethod.Post, "/offers/new?handler=Draft", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("document");
    }

    private async Task RefusedAsync(string code, Func<JsonElement, Task<JsonObject>> make)
    {
        using var chen = await town.VisitorAsync("chen");
        var draft = await DraftAsync(chen, code is "item.payload" or "publish.body" ? _form : _form[..^1]);
        await RefusedAsync("/offers/new", Json(Encoding.UTF8.GetBytes((await make(draft)).ToJsonString())), code);
    }

    private async Task RefusedAsync(string path, HttpContent body, string code)
    {
        using var chen = await town.VisitorAsync("chen");
        var before = town.Contents();

        using var message = await chen.SendAsync(HttpMethod.Post, $"{path}?handler=Signed", body);

        var answer = await Answer.ReadAsync(message);
        Assert.Null(answer.Fault);
        Assert.Equal("application/json", answer.Type);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"\"code\":\"{code}\"", answer.Body, StringComparison.Ordinal);
        Assert.Empty(town.ChangedSince(before));
    }
}
