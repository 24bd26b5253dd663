using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PostMoney.ActivityStreams.Tests.Http.Fetching;

/// <summary>Another server, on a real socket of this machine, that says byte for byte what a test wants.</summary>
internal sealed class OtherServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Task _accepting;

    private OtherServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Request lines and headers of all requests that came, with their bodies.</summary>
    public IReadOnlyList<string> Requests => [.. _heads];

    public string Origin => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public Uri At(string path) => new(Origin + path);

    /// <summary>Answers each request with the text that its path asks for.</summary>
    public static OtherServer Saying(Func<string, string> answer) =>
        Doing((path, stream, ct) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer(path)), ct).AsTask());

    /// <summary>Leaves each connection to the test.</summary>
    public static OtherServer Doing(Func<string, Stream, CancellationToken, Task> answer) => new(answer);

    /// <summary>An answer with its length.</summary>
    public static string Answer(string status, string headers = "", string body = "") =>
        $"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var head = await ReadAsync(client.GetStream());
                _heads.Enqueue(head);
                await _answer(head.Split(' ')[1], client.GetStream(), _stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The other side has hung up, or the test is over.
            }
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4_096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            var head = text.ToString();
            var end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            if (read == 0 || (end >= 0 && text.Length >= end + 4 + int.Parse(length?[15..] ?? "0", null)))
            {
                return head;
            }
        }
    }
}
