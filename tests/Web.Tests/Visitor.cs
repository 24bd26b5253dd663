using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Members;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>Somebody at the door without a browser: cookies, forms as they are served, no redirects followed.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    private Visitor(string address) => _client = new HttpClient(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() })
    { BaseAddress = new Uri(address) };

    public static Visitor Stranger(RunningNode node) => new(node.Address);

    public static async Task<Visitor> SignInAsync(RunningNode node, string handle)
    {
        var visitor = new Visitor(node.Address);
        using var answer = await visitor.PostAsync("/sign-in", ("Handle", handle), ("Passphrase", RunningNode.Passphrase));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>Somebody joins; the node keeps their passport.</summary>
    public static async Task<Guid> JoinAsync(RunningNode node, string handle)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var joined = await scope.ServiceProvider.GetRequiredService<JoinCommunity>()
            .OnNodeAsync(new JoinRequest(handle, handle.ToUpperInvariant()), RunningNode.Passphrase, default);
        return joined.Value.Id;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        return answer.StatusCode;
    }

    public async Task<string> ReadAsync(string path) => await _client.GetStringAsync(path);

    /// <summary>Sends a form of the page, with the token that the page carries.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostFromAsync(path, path, fields);

    /// <summary>Sends a form to a page with the token of another one.</summary>
    public async Task<HttpResponseMessage> PostFromAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await _client.GetStringAsync(page)).Groups[1].Value;
        var all = fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        return await _client.PostAsync(path, new FormUrlEncodedContent(all));
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
