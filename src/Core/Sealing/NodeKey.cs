using System.Security.Cryptography;
using PostMoney.Core.Foundation;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Sealing;

/// <summary>The key-encryption key of a node: 32 bytes in a file of their own, never in the database or its backups.</summary>
/// <remarks>Whoever has only the database file can open nothing in it that is sealed.</remarks>
public sealed class NodeKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 32;

    private readonly byte[] _bytes;

    /// <summary>A key of exactly <see cref="Size"/> bytes.</summary>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public NodeKey(byte[] bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A node key has {Size} bytes.", nameof(bytes));
        }

        _bytes = bytes;
    }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads the key, or makes one at the first start, readable by the owner of the process alone.</summary>
    /// <exception cref="InvalidDataException">The file does not hold 64 hexadecimal digits.</exception>
    public static NodeKey LoadOrCreate(string path, Randomness randomness)
    {
        if (!File.Exists(path))
        {
            Create(path, randomness);
        }

        OwnerOnly.TakeFile(path);
        try
        {
            return new NodeKey(Convert.FromHexString(File.ReadAllText(path).Trim()));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path} does not hold a node key: 64 hexadecimal digits were expected.", fault);
        }
    }

    /// <summary>A key derived from this one for one purpose, so that no two jobs share key bytes.</summary>
    /// <remarks>HKDF-SHA256, RFC 5869.</remarks>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, Size, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    /// <summary>The key of the names that people and needs bear in public transcripts; it serves nothing else.</summary>
    internal byte[] PseudonymKey() => Derive("postmoney/pseudonym/v1");

    private static void Create(string path, Randomness randomness)
    {
        OwnerOnly.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var writer = new StreamWriter(path, OwnerOnly.NewFile(FileAccess.Write));
        writer.WriteLine(Convert.ToHexStringLower(randomness.Bytes(Size)));
    }
}
