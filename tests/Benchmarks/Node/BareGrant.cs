using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PostMoney.ActivityStreams.Cryptography;

namespace PostMoney.Benchmarks.Node;

/// <summary>The least that a grant could be: a key sealed by libsodium, a statement signed, a row that is on disk.</summary>
internal sealed class BareGrant : IDisposable
{
    private readonly byte[] _key = SHA256.HashData("a data key"u8);
    private readonly Ed25519SecretKey _node = Ed25519SecretKey.FromSeed(SHA256.HashData("a node"u8));
    private readonly X25519PublicKey _holder;
    private readonly string _path = Path.GetTempFileName();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    private BareGrant()
    {
        using var holder = Ed25519SecretKey.FromSeed(SHA256.HashData("a holder"u8));
        _holder = holder.PublicKey.ToAgreementKey();
        _connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE grants (id INTEGER PRIMARY KEY, statement BLOB)";
        command.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO grants (statement) VALUES ($statement)";
        _insert.Parameters.Add("$statement", SqliteType.Blob);
    }

    /// <summary>Makes a database of its own for it.</summary>
    internal static BareGrant Open() => new();

    internal byte[] Seal() => SealedBox.Seal(_key, _holder);

    internal byte[] Sign() => _node.Sign(new byte[64]);

    internal async Task ExecuteAsync()
    {
        _ = Seal();
        _insert.Parameters[0].Value = Sign();
        await _insert.ExecuteNonQueryAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _node.Dispose();
        _insert.Dispose();
        _connection.Dispose();
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_path + ending);
        }
    }
}
