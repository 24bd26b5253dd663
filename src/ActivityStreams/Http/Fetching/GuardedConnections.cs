using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace PostMoney.ActivityStreams.Http.Fetching;

/// <summary>Makes every connection of the client: resolves a name, judges what it found, and connects to exactly that.</summary>
/// <remarks>The rule stands here and nowhere earlier, so that a name cannot mean one address when it is judged and another when it is used.</remarks>
internal static class GuardedConnections
{
    internal static SocketsHttpHandler CreateHandler(FetchPolicy policy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Not even where the environment names one (security case F-13).
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = policy.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        // A connection that nothing goes over costs some 100 kB, and there are as many as servers that were spoken to.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 2,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy.Certificates },
        ConnectCallback = (context, ct) => ConnectAsync(policy, context.DnsEndPoint, ct),
    };

    private static async ValueTask<Stream> ConnectAsync(FetchPolicy policy, DnsEndPoint target, CancellationToken ct)
    {
        var found = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await policy.Resolve(target.Host, ct);
        var allowed = found.Where(policy.Allows).ToArray();
        if (found.Length > 0 && allowed.Length == 0)
        {
            throw new BlockedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Carries the refusal through the client, which wraps whatever a connection throws.</summary>
    internal sealed class BlockedException : IOException;
}
