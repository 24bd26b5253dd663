using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PostMoney.Benchmarks.Federation;

/// <summary>Two hundred servers on this machine, each at an address of its own: one half takes what is sent, the other is silent, refuses, drips or is overloaded.</summary>
internal sealed class OtherServers : IAsyncDisposable
{
    internal const int Alive = 100;

    internal const int All = 200;

    private const int FirstRefusing = 150;
    private const int FirstOverloaded = 175;
    private const int FirstDripping = 190;

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<int, int> _taken = new();
    private readonly List<TcpListener> _listeners = [];
    private readonly X509Certificate2 _certificate = Certify();
    private readonly int _port;

    private OtherServers(string folder)
    {
        CertificateFile = Path.Combine(folder, "authority.pem");
        File.WriteAllText(CertificateFile, _certificate.ExportCertificatePem());
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        // Nobody listens at those that refuse.
        foreach (var number in Enumerable.Range(0, All).Where(number => number is < FirstRefusing or >= FirstOverloaded))
        {
            var listener = new TcpListener(AddressOf(number), _port);
            listener.Start();
            _listeners.Add(listener);
            _ = ListenAsync(number, listener);
        }
    }

    /// <summary>Certifies them.</summary>
    internal string CertificateFile { get; }

    /// <summary>How many activities the living have.</summary>
    internal int Taken => _taken.Where(one => one.Key < Alive).Sum(one => one.Value);

    internal static OtherServers Start(string folder) => new(folder);

    internal string Host(int number) => string.Create(CultureInfo.InvariantCulture, $"{AddressOf(number)}:{_port}");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listeners.ForEach(listener => listener.Dispose());
        _certificate.Dispose();
        _end.Dispose();
    }

    private static IPAddress AddressOf(int number) => new([127, 0, 1, (byte)(number + 1)]);

    private static X509Certificate2 Certify()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Other servers", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        for (var number = 0; number < All; number++)
        {
            names.AddIpAddress(AddressOf(number));
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task ListenAsync(int number, TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(number, await listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The end.
        }
    }

    private async Task AnswerAsync(int number, TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
                var buffer = new byte[65_536];
                while (await ReadRequestAsync(stream, buffer))
                {
                    await AnswerAsync(number, stream);
                }
            }
            catch (Exception fault) when (fault is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The node has hung up, or this is the end.
            }
        }
    }

    private async Task AnswerAsync(int number, SslStream stream)
    {
        switch (number)
        {
            case < Alive:
                _taken.AddOrUpdate(number, 1, (_, taken) => taken + 1);
                await stream.WriteAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _end.Token);
                break;
            case < FirstRefusing:
                await Task.Delay(Timeout.Infinite, _end.Token);
                break;
            case < FirstDripping:
                await stream.WriteAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _end.Token);
                break;
            default:
                await stream.WriteAsync("HTTP/1.1 202 Accepted\r\nX-Slow: "u8.ToArray(), _end.Token);
                while (true)
                {
                    await Task.Delay(TimeSpan.FromSeconds(4), _end.Token);
                    await stream.WriteAsync("."u8.ToArray(), _end.Token);
                }
        }
    }

    // The whole request: what is sent has a length.
    private async Task<bool> ReadRequestAsync(SslStream stream, byte[] buffer)
    {
        for (var length = 0; ;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _end.Token);
            length += read;
            var text = buffer.AsSpan(0, length);
            var end = text.IndexOf("\r\n\r\n"u8);
            if (read == 0)
            {
                return false;
            }

            var at = text.IndexOf("Content-Length: "u8);
            if (end >= 0 && at >= 0)
            {
                var digits = text[(at + 16)..];
                var body = int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
                if (length >= end + 4 + body)
                {
                    return true;
                }
            }
        }
    }
}
