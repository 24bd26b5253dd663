using System.Security.Cryptography;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Sealing;

/// <summary>The key of one version of one item's payload: 32 random bytes, gone from memory when disposed.</summary>
public sealed class DataKey : IDisposable
{
    /// <summary>Bytes of a data key.</summary>
    public const int Size = 32;

    private static readonly byte[] _commitmentDomain = "postmoney/key-commitment/v1"u8.ToArray();

    private readonly byte[] _bytes;

    internal DataKey(byte[] bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <inheritdoc />
    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    internal static DataKey Create(Randomness randomness) => new(randomness.Bytes(Size));

    /// <summary>The key in a box that only the passport's holder can open.</summary>
    internal byte[] SealTo(DidKey passport) => SealedBox.Seal(_bytes, passport.AgreementKey);

    /// <summary>What a grant says about the key without telling it: SHA-256 over a label and the key.</summary>
    internal byte[] Commitment() => SHA256.HashData([.. _commitmentDomain, .. _bytes]);
}
