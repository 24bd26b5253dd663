using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PostMoney.Federation.Tests.Peers;

/// <summary>A server of the test's own on loopback over TLS that answers as it is told, faults included. One request a connection.</summary>
public sealed class FaultyPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<FaultyRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly X509Certificate2 _certificate;
    private readonly Func<FaultyRequest, Fault> _answer;
    private readonly Task _listening;
    private long _bytesSent;

    private FaultyPeer(string name, X509Certificate2 certificate, Func<FaultyRequest, Fault> answer)
    {
        _certificate = certificate;
        _answer = answer;
        _listener.Start();
        Origin = $"https://{name}:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _listening = ListenAsync();
    }

    /// <summary>Such as <c>https://e.test:41234</c>.</summary>
    public string Origin { get; }

    /// <summary>Name and port, such as <c>e.test:41234</c>.</summary>
    public string Host => new Uri(Origin).Authority;

    /// <summary>What it was asked, the oldest first.</summary>
    public IReadOnlyList<FaultyRequest> Requests => [.. _requests];

    /// <summary>What it could send so far: what the other side took, and what lies in buffers between them (some MB).</summary>
    public long BytesSent => Interlocked.Read(ref _bytesSent);

    /// <param name="authority">Certifies it.</param>
    /// <param name="name">A name under <c>.test</c>.</param>
    /// <param name="answer">What it answers to each request.</param>
    /// <param name="certifiedName">The name in its certificate, where that is another one.</param>
    public static FaultyPeer Start(LocalAuthority authority, string name, Func<FaultyRequest, Fault> answer, string? certifiedName = null) =>
        new(name, authority.Issue(certifiedName ?? name), answer);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _listening;
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var connection = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await connection.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
            if (await FaultyRequest.ReadAsync(connection, _end.Token) is not { } request)
            {
                return;
            }

            _requests.Enqueue(request);
            var fault = _answer(request);
            await Task.Delay(fault.Delay, _end.Token);
            await WriteAsync(connection, Encoding.ASCII.GetBytes(Head(fault)), fault.Drip);
            await WriteBodyAsync(connection, fault);
            if (fault.CutAfter is not null)
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Close();
            }
            else
            {
                await connection.ShutdownAsync();
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other side has had enough, or the test is over.
        }
    }

    private static string Head(Fault fault)
    {
        var head = new StringBuilder($"HTTP/1.1 {fault.Status} As told\r\nConnection: close\r\n");
        if (!fault.IsEndless)
        {
            head.Append($"Content-Length: {fault.ClaimedLength ?? fault.Body.Length}\r\n");
        }

        if (fault.ContentType is not null)
        {
            head.Append($"Content-Type: {fault.ContentType}\r\n");
        }

        foreach (var (name, value) in fault.Headers)
        {
            head.Append($"{name}: {value}\r\n");
        }

        return head.Append("\r\n").ToString();
    }

    private async Task WriteBodyAsync(SslStream connection, Fault fault)
    {
        do
        {
            await WriteAsync(connection, fault.CutAfter is { } length ? fault.Body[..length] : fault.Body, fault.Drip);
        }
        while (fault.IsEndless);
    }

    private async Task WriteAsync(SslStream connection, ReadOnlyMemory<byte> bytes, TimeSpan drip)
    {
        var step = drip == TimeSpan.Zero ? 65_536 : 1;
        for (var at = 0; at < bytes.Length; at += step)
        {
            var part = bytes[at..Math.Min(at + step, bytes.Length)];
            await connection.WriteAsync(part, _end.Token);
            Interlocked.Add(ref _bytesSent, part.Length);
            await Task.Delay(drip, _end.Token);
        }
    }
}
