using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PostMoney.Federation.Tests;

/// <summary>A certificate authority for one test, which names under <c>.test</c> are certified by and nothing else trusts.</summary>
/// <remarks>Names under <c>.test</c> (RFC 6761 §6.2) are this machine: each server has a port of its own.</remarks>
public sealed class LocalAuthority : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postmoney-authority-").FullName;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _root;
    private readonly List<X509Certificate2> _issued = [];

    public LocalAuthority()
    {
        var request = new CertificateRequest("CN=Authority of a test", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        _root = request.CreateSelfSigned(Now.AddHours(-1), Now.AddDays(1));
        File = Write("authority.pem", _root.ExportCertificatePem());
    }

    /// <summary>The authority's own certificate, as PEM in a file.</summary>
    public string File { get; }

    // TLS asks the clock of the machine, which no parameter replaces.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>A certificate with its key, for a server of this process. It ends with the authority.</summary>
    /// <param name="names">Such as <c>node-a.test</c>.</param>
    public X509Certificate2 Issue(params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        Array.ForEach(names, alternatives.AddDnsName);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var certificate = request.Create(_root, Now.AddMinutes(-30), Now.AddHours(12), RandomNumberGenerator.GetBytes(16));
        var issued = certificate.CopyWithPrivateKey(key);
        lock (_issued)
        {
            _issued.Add(issued);
        }

        return issued;
    }

    /// <summary>A certificate and its key as PEM in two files, for a server of another process. They are deleted with the authority.</summary>
    public (string Certificate, string Key) IssueFiles(string name)
    {
        var issued = Issue(name);
        using var key = issued.GetECDsaPrivateKey()!;
        var stem = Guid.CreateVersion7().ToString("N");
        return (Write(stem + ".pem", issued.ExportCertificatePem()), Write(stem + ".key", key.ExportPkcs8PrivateKeyPem()));
    }

    /// <summary>How a client finds that a certificate is of this authority and of no other.</summary>
    public X509ChainPolicy ChainPolicy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { _root },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    /// <summary>A client that trusts this authority alone, finds names under <c>.test</c>, and follows no redirect.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = ChainPolicy() },
        ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, ct),
    });

    /// <summary>Connects to a name under <c>.test</c>; fails for any other as if there were none.</summary>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint place, CancellationToken ct)
    {
        if (!place.Host.EndsWith(".test", StringComparison.Ordinal))
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, place.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _issued.ForEach(certificate => certificate.Dispose());
        _root.Dispose();
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Write(string name, string pem)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, pem);
        return path;
    }
}
