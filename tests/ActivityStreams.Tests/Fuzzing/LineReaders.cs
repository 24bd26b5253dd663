using System.Text;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Digests;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Http.StructuredFields;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>Everything public that reads a stranger's line of text: addresses, headers, keys, names.</summary>
internal static class LineReaders
{
    public static IReadOnlyDictionary<string, Action<FuzzInput>> All { get; } = new Dictionary<string, Action<FuzzInput>>
    {
        ["a signed request"] = ReadRequests,
        ["a structured field"] = ReadField,
        ["a digest"] = ReadDigests,
        ["a media type"] = input => ActivityMediaType.IsActivity(input.Text),
        ["WebFinger's question"] = ReadQuestion,
        ["an id"] = ReadIds,
        ["a key"] = ReadKeys,
        ["N-Quads"] = input => NQuads.TryParse(input.Text, out _),
        ["a host-meta"] = ReadHostMeta,
    };

    // Each header of a right request in turn is replaced and doubled, then its target and its body.
    private static void ReadRequests(FuzzInput input)
    {
        foreach (var request in new[] { SignedThings.OldRequest, SignedThings.NewRequest })
        {
            foreach (var (name, _) in request.Headers)
            {
                Judge(TownRequest.Changed(request, header: one => one.Key == name ? KeyValuePair.Create(name, input.Text) : one));
                Judge(request.With(KeyValuePair.Create(name, input.Text)));
            }

            Judge(TownRequest.Changed(request, target: input.Text));
            Judge(TownRequest.Changed(request, body: input.Bytes));
        }

        Judge(Made(input.Text, input.Other));
    }

    private static HttpMessage Made(string text, string other) => HttpMessage.FromRequest(
        "POST",
        "https",
        "/inbox?a=" + other,
        [
            KeyValuePair.Create("Host", "n.test"),
            KeyValuePair.Create("Signature-Input", "sig1=" + text),
            KeyValuePair.Create("Signature", "sig1=:AAAA:," + other),
            KeyValuePair.Create("Date", other),
        ]);

    // What is not covered may be anything; what is taken for signed must still be Chen's body for Bilal's inbox.
    private static void Judge(HttpMessage request)
    {
        if (TownRequest.Problem(request) is null)
        {
            Assert.Equal(TownRequest.Body, request.Body.ToArray());
            Assert.Contains(request.Target, new[] { "/u/bilal/inbox", "https://n.test/u/bilal/inbox" });
        }
    }

    private static void ReadField(FuzzInput input)
    {
        if (StructuredField.TryReadItem(input.Text, out var item))
        {
            Assert.True(StructuredField.TryWrite(item, out var written));
            Assert.True(StructuredField.TryReadItem(written, out var again));
            Assert.True(StructuredField.TryWrite(again, out var second));
            Assert.Equal(written, second);
        }

        if (StructuredField.TryReadList(input.Text, out var list))
        {
            Assert.True(StructuredField.TryWrite(list, out var written));
            Assert.True(StructuredField.TryReadList(written, out var again));
            Assert.Equal(list.Count, again.Count);
        }

        if (StructuredField.TryReadDictionary(input.Text, out var members))
        {
            Assert.True(StructuredField.TryWrite(members, out var written));
            Assert.True(StructuredField.TryReadDictionary(written, out var again));
            Assert.Equal(members.Select(member => member.Key), again.Select(member => member.Key));
        }
    }

    private static void ReadDigests(FuzzInput input)
    {
        _ = BodyDigest.Check(input.Text, input.Bytes);
        _ = BodyDigest.CheckLegacy(input.Text, input.Bytes);
        Assert.Equal(DigestCheck.Matches, BodyDigest.Check(BodyDigest.Write(input.Bytes), input.Bytes));
        Assert.Equal(DigestCheck.Matches, BodyDigest.CheckLegacy(BodyDigest.WriteLegacy(input.Bytes), input.Bytes));
    }

    private static void ReadQuestion(FuzzInput input)
    {
        _ = WebFingerQuery.TryParse(input.Text, out _);
        if (WebFingerQuery.TryParse("resource=" + input.Text, out var query))
        {
            Assert.True(WebFingerQuery.TryParse(query.At("n.test").Query, out var again));
            Assert.Equal(query.Resource, again.Resource);
        }

        foreach (var isRead in new[] { AcctUri.TryParse("acct:" + input.Text, out var account), AcctUri.TryParseHandle(input.Other, out account) })
        {
            if (isRead && account is not null)
            {
                Assert.True(AcctUri.TryParse(account.ToString(), out var again));
                Assert.Equal(account, again);
                _ = WebFingerQuery.About(account).At(account.Host);
            }
        }
    }

    private static void ReadIds(FuzzInput input)
    {
        foreach (var text in new[] { input.Text, "https://" + input.Text, "https://p.test/" + input.Other })
        {
            if (WebId.TryParse(text, allowsPlainHttp: false, out var id))
            {
                Assert.Equal(text, id.Value);
                Assert.Equal("https", id.Origin.Scheme);
                Assert.Equal("", id.Document.UserInfo);
                _ = WhoMaySpeak.IsFromItsOrigin(id, id.Document);
            }
        }
    }

    private static void ReadKeys(FuzzInput input)
    {
        _ = Multibase.TryDecode(input.Text, out _);
        _ = Multikey.Recognize(input.Text);
        _ = Multikey.TryParse(input.Text, out X25519PublicKey? _);
        _ = DidKey.Recognize(input.Text);
        if (Multikey.TryParse(input.Text, out Ed25519PublicKey? key))
        {
            Assert.Equal(input.Text, Multikey.Of(key));
        }

        if (DidKey.TryParse(input.Text, out var did))
        {
            Assert.Equal(input.Text, did.Value);
            _ = did.AgreementKey;
        }

        if (DidKey.TryParseVerificationMethod(input.Text, out var signer))
        {
            Assert.Equal(input.Text, signer.VerificationMethod);
        }

        foreach (var pem in new[] { input.Text, SignedThings.Keys[^1][..^40] + input.Other })
        {
            if (RsaPublicKey.TryFromPem(pem, out var rsa, out var problem))
            {
                Assert.InRange(rsa.Bits, RsaPublicKey.MinimumBits, RsaPublicKey.MaximumBits);
                Assert.False(rsa.VerifyPkcs1Sha256(input.Bytes, input.Bytes));
                Assert.True(RsaPublicKey.TryFromPem(rsa.ToPem(), out var again, out _));
                Assert.Equal(rsa, again);
            }
            else
            {
                Assert.NotEqual(RsaKeyProblem.None, problem);
            }
        }
    }

    private static void ReadHostMeta(FuzzInput input)
    {
        var xml = $"<XRD xmlns=\"http://docs.oasis-open.org/ns/xri/xrd-1.0\"><Link rel=\"lrdd\" template=\"{input.Text}\"/>{input.Other}</XRD>";
        foreach (var text in new[] { xml, "<?xml version=\"1.0\"?>" + input.Text })
        {
            if (ResourceDescriptorXml.TryRead(Encoding.UTF8.GetBytes(text), out var host))
            {
                Assert.True(ResourceDescriptorXml.TryRead(ResourceDescriptorXml.Write(host), out _));
            }
        }
    }
}
