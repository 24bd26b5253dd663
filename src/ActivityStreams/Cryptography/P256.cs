using System.Security.Cryptography;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>ECDSA over P-256 with SHA-256, a signature being r and s of 32 bytes each (FIPS 186-5; RFC 9421 §3.3.4).</summary>
/// <remarks>No key of this kind is taken from outside: it is here so that the examples of RFC 9421 can be checked whole.</remarks>
internal static class P256
{
    internal static bool Verify(string publicKeyPem, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicKeyPem);
        return key.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    internal static byte[] Sign(string secretKeyPem, ReadOnlySpan<byte> message)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(secretKeyPem);
        return key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
