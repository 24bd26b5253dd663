using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Http;

namespace PostMoney.Federation.Tests.Guards;

/// <summary>Sends a request byte by byte as it was written, which no client would: headers twice, lengths that lie.</summary>
public static class RawPost
{
    /// <summary>Sends it.</summary>
    /// <param name="authority">Whose certificates are trusted.</param>
    /// <param name="to">Where to connect.</param>
    /// <param name="request">What is sent. A length is added where none is given and it is not sent in chunks.</param>
    public static async Task<RawReply> SendAsync(LocalAuthority authority, Uri to, HttpMessage request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var connection = new SslStream(await LocalAuthority.ConnectAsync(new DnsEndPoint(to.Host, to.Port), patience.Token));
        await connection.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = to.Host, CertificateChainPolicy = authority.ChainPolicy() }, patience.Token);
        using var answer = new MemoryStream();
        await Task.WhenAll(WriteAsync(connection, request, patience.Token), ReadAsync(connection, answer, patience.Token));
        return RawReply.Read(Encoding.UTF8.GetString(answer.ToArray()));
    }

    // Who refuses a letter may shut the door before all of it is through.
    private static async Task WriteAsync(SslStream connection, HttpMessage request, CancellationToken ct)
    {
        try
        {
            await connection.WriteAsync(Head(request), ct);
            await connection.WriteAsync(request.Body, ct);
        }
        catch (IOException)
        {
            // The answer says why.
        }
    }

    private static async Task ReadAsync(SslStream connection, MemoryStream answer, CancellationToken ct)
    {
        try
        {
            await connection.CopyToAsync(answer, ct);
        }
        catch (IOException)
        {
            // What came before is the answer.
        }
    }

    private static byte[] Head(HttpMessage request)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{request.Method} {request.Target} HTTP/1.1\r\nConnection: close\r\n");
        foreach (var (name, value) in request.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (!request.Has("Content-Length") && !request.Has("Transfer-Encoding"))
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {request.Body.Length}\r\n");
        }

        return Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
    }
}

/// <summary>What came back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Head">Status line and headers.</param>
/// <param name="Body">The rest.</param>
public sealed record RawReply(int Status, string Head, string Body)
{
    /// <summary>Such as <c>403 sig.actor_mismatch</c>; the status alone where no code is given.</summary>
    public string Answer => Code is { } code ? $"{Status} {code}" : Status.ToString(CultureInfo.InvariantCulture);

    private string? Code => Body.IndexOf('{', StringComparison.Ordinal) is var from and >= 0
        && JsonDocument.Parse(Body[from..(Body.LastIndexOf('}') + 1)]).RootElement.TryGetProperty("error", out var error) ? error.GetString() : null;

    internal static RawReply Read(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0
            ? new RawReply(0, text, "")
            : new RawReply(int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), text[..end], text[(end + 4)..]);
    }
}
