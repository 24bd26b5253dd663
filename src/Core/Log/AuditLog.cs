using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Log;

/// <summary>Writes to the log within the caller's change, and checks that nobody has rewritten it.</summary>
/// <remarks>
/// Each hash covers the previous one, so that changing, dropping or inserting a line changes every later hash.
/// Private text has no place here: a line holds kinds, ids and digests.
/// </remarks>
public sealed class AuditLog(PostMoneyDb db, TimeProvider clock)
{
    private static readonly byte[] _domain = "postmoney/log/v1\n"u8.ToArray();

    private static readonly Func<PostMoneyDb, CancellationToken, Task<LogEntry?>> _newest = EF.CompileAsyncQuery(
        (PostMoneyDb db, CancellationToken _) => db.LogEntries.AsNoTracking().OrderByDescending(line => line.Position).FirstOrDefault());

    private LogEntry? _last;

    /// <summary>Appends a line; the caller's change saves it.</summary>
    /// <remarks>Only within a change: the write gate is what keeps positions without gaps.</remarks>
    public async Task AppendAsync(string kind, string actor, string subject, byte[]? digest, CancellationToken ct)
    {
        // Lines of this very change are not in the table yet; lines of an abandoned one are no longer tracked.
        var last = _last is not null && db.Entry(_last).State == EntityState.Added
            ? _last
            : await _newest(db, ct);
        var position = (last?.Position ?? 0) + 1;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        _last = new LogEntry
        {
            Position = position,
            At = at,
            Kind = kind,
            Actor = actor,
            Subject = subject,
            Digest = digest,
            Hash = HashOf(last?.Hash, position, at, kind, actor, subject, digest),
        };
        db.LogEntries.Add(_last);
    }

    /// <summary>Recomputes the whole chain.</summary>
    /// <returns>The first position that does not fit, or null when all do. Cost: one pass over the log.</returns>
    public async Task<long?> FindBreakAsync(CancellationToken ct)
    {
        byte[]? previous = null;
        var expected = 1L;
        await foreach (var line in db.LogEntries.AsNoTracking().OrderBy(line => line.Position).AsAsyncEnumerable().WithCancellation(ct))
        {
            var hash = HashOf(previous, line.Position, line.At, line.Kind, line.Actor, line.Subject, line.Digest);
            if (line.Position != expected || !CryptographicOperations.FixedTimeEquals(hash, line.Hash))
            {
                return expected;
            }

            previous = line.Hash;
            expected++;
        }

        return null;
    }

    private static byte[] HashOf(
        byte[]? previous, long position, DateTimeOffset at, string kind, string actor, string subject, byte[]? digest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_domain);
        hash.AppendData(previous ?? new byte[32]);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{position}\n{at.ToUnixTimeMilliseconds()}\n{kind}\n{actor}\n{subject}\n{(digest is null ? "" : Convert.ToHexStringLower(digest))}");
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return hash.GetHashAndReset();
    }
}
