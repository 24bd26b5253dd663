using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Offers.Import;

/// <summary>Knows a file again without keeping it.</summary>
/// <remarks>
/// HMAC-SHA256 under a key that only this node has: the log is read by many, and from a plain digest of the file they could
/// guess a lock code of four digits.
/// </remarks>
public sealed class ImportFingerprint(NodeKey nodeKey)
{
    private readonly byte[] _key = nodeKey.Derive("postmoney/import/v1");

    /// <summary>What the log keeps of a file that was imported for a group.</summary>
    internal byte[] OfFile(Guid groupId, string category, ReadOnlyMemory<byte> file) => Of($"file\n{groupId:D}\n{category}\n", [], file);

    /// <summary>What binds an import to its preview: the file, and the lines that were found right in it.</summary>
    internal string OfPreview(Guid groupId, string category, IReadOnlyList<int> rightLines, ReadOnlyMemory<byte> file) =>
        Base64Url.EncodeToString(Of($"preview\n{groupId:D}\n{category}\n", rightLines, file));

    private byte[] Of(string purpose, IReadOnlyList<int> lines, ReadOnlyMemory<byte> file)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        mac.AppendData(Encoding.UTF8.GetBytes(purpose));
        Span<byte> number = stackalloc byte[4];
        foreach (var line in lines)
        {
            BinaryPrimitives.WriteInt32BigEndian(number, line);
            mac.AppendData(number);
        }

        // Lines are above zero, so that none of them is taken for the end.
        number.Clear();
        mac.AppendData(number);
        mac.AppendData(file.Span);
        return mac.GetHashAndReset();
    }
}
