using System.Security.Cryptography.X509Certificates;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.Web.Host;

// A whole node that talks with servers of this machine alone, so that thousands of deliveries can be measured without anybody else.
// Usage: PostMoney.LoopbackNode CERTIFICATE --data DIR --urls URL --origin URL
var authority = X509CertificateLoader.LoadCertificateFromFile(args[0]);
await using var app = NodeHost.Build(NodeOptions.Read(args), builder => builder.Services.AddSingleton(FetchPolicy.OfLoopback with
{
    Certificates = new X509ChainPolicy
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { authority },
        RevocationMode = X509RevocationMode.NoCheck,
    },
}));
await app.RunAsync();
