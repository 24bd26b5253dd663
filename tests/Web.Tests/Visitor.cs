using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Members;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>Somebody at the door without a browser: cookies, forms as they are served, no redirects followed.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();
    private string? _token;

    private Visitor(string address, int house = 1)
    {
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = true,
            CookieContainer = _cookies,
            ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, house, ct),
        })
        {
            BaseAddress = new Uri(address),
        };
    }

    /// <summary>Somebody whom nobody knows. Limits count addresses: each house, 1 to 250, has one.</summary>
    public static Visitor Stranger(RunningNode node, int house = 1) => new(node.Address, house);

    public static async Task<Visitor> SignInAsync(RunningNode node, string handle)
    {
        var visitor = new Visitor(node.Address);
        using var answer = await visitor.PostAsync("/sign-in", ("Handle", handle), ("Passphrase", RunningNode.Passphrase));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>Somebody who signed in before, with the cookie that they were given then.</summary>
    public static Visitor WithSession(RunningNode node, string session, int house = 1)
    {
        var visitor = new Visitor(node.Address, house);
        visitor._cookies.Add(new Uri(node.Address), new Cookie("s", session));
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

    /// <summary>Sends anything at all, with the form token of the visit in a header.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null, string tokenFrom = "/verify", params (string Name, string Value)[] headers)
    {
        _token ??= Token().Match(await _client.GetStringAsync(tokenFrom)).Groups[1].Value;
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Add("RequestVerificationToken", _token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _client.SendAsync(request);
    }

    /// <summary>Sends a request as it is, without any token.</summary>
    public Task<HttpResponseMessage> SendBareAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint node, int house, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)house]), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, node.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
