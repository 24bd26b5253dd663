using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Json;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Functions;

/// <summary>A signed POST of 2 kB, with its digest and its reading as JSON, against the platform's RSA and SHA-256 alone. At most 1.5 times.</summary>
public class ReceivingAnActivity
{
    private readonly RSA _rsa = RSA.Create(2_048);
    private readonly byte[] _body = MastodonNote.Bytes;
    private readonly byte[] _base = Encoding.ASCII.GetBytes(new string('a', 250));
    private readonly byte[] _signature;
    private readonly VerificationKey _key;
    private readonly HttpMessage _older;
    private readonly HttpMessage _newer;

    public ReceivingAnActivity()
    {
        _signature = _rsa.SignData(_base, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var secret = RsaSecretKey.FromPkcs8(_rsa.ExportPkcs8PrivateKey());
        _key = new VerificationKey.Rsa(secret.PublicKey);
        _older = Sign(secret, SignatureScheme.Cavage);
        _newer = Sign(secret, SignatureScheme.Rfc9421);
    }

    [Benchmark(Baseline = true)]
    public bool Platform() =>
        SHA256.HashData(_body).Length == 32 && _rsa.VerifyData(_base, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    [Benchmark]
    public bool OlderDraft() => Receive(_older);

    [Benchmark]
    public bool Rfc9421() => Receive(_newer);

    private HttpMessage Sign(RsaSecretKey key, SignatureScheme scheme)
    {
        var request = HttpMessage.ToSend(
            "POST",
            new Uri("https://n.test/u/bilal/inbox"),
            _body,
            KeyValuePair.Create("Content-Type", "application/activity+json"),
            KeyValuePair.Create("Content-Length", _body.Length.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create("User-Agent", "test"));
        return request.With(RequestSigning.Sign(request, new SigningKey.Rsa(key), "https://p.test/u/chen#main-key", scheme, ARecord.At));
    }

    private bool Receive(HttpMessage request) =>
        HttpSignatures.Read(request, SignaturePolicy.Default, ARecord.At) is SignatureReading.Found found
        && found.Candidates[0].Verify(_key) is SignatureCheck.Verified
        && StrictJson.TryParse(request.Body.Span, out _, out _);
}
