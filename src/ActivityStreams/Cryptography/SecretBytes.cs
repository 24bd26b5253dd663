using System.Security.Cryptography;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>Secret bytes that the garbage collector leaves in one place, so that wiping them leaves no copy behind.</summary>
internal sealed class SecretBytes(int size) : IDisposable
{
    private readonly byte[] _bytes = GC.AllocateArray<byte>(size, pinned: true);
    private bool _isWiped;

    internal Span<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isWiped, this);
            return _bytes;
        }
    }

    public void Dispose()
    {
        _isWiped = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }
}
