using Microsoft.EntityFrameworkCore;

namespace PostMoney.Core.Storage;

/// <summary>What the operator and stewards have chosen for this node.</summary>
public sealed class NodeSettings(PostMoneyDb db)
{
    /// <summary>The node's name, as people read it.</summary>
    public const string Name = "node.name";

    /// <summary>One or two sentences about the community.</summary>
    public const string Summary = "node.summary";

    /// <summary>The node's own passport, a <c>did:key</c>.</summary>
    public const string Did = "node.did";

    /// <summary>How one becomes a member: <c>open</c>, <c>approval</c> or <c>invitation</c>.</summary>
    public const string Joining = "node.joining";

    /// <summary>The theme of people who have not chosen one.</summary>
    public const string Theme = "node.theme";

    /// <summary>The IANA time zone in which times are shown, such as <c>Europe/Berlin</c>.</summary>
    public const string TimeZone = "node.time-zone";

    /// <summary><c>yes</c> in an example community, whose passphrases are public; absent in any other.</summary>
    public const string Example = "node.example";

    private static readonly Func<PostMoneyDb, IAsyncEnumerable<Setting>> _all = EF.CompileAsyncQuery((PostMoneyDb db) => db.Settings.AsNoTracking());

    /// <summary>Everything that was chosen, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken ct) =>
        await _all(db).ToDictionaryAsync(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal, ct);

    /// <summary>One value, or null where nothing was chosen.</summary>
    public async Task<string?> FindAsync(string name, CancellationToken ct) =>
        await db.Settings.AsNoTracking().Where(setting => setting.Name == name).Select(setting => setting.Value).SingleOrDefaultAsync(ct);

    /// <summary>Notes a choice; the caller's change saves it.</summary>
    public async Task SetAsync(string name, string value, CancellationToken ct)
    {
        var setting = await db.Settings.FindAsync([name], ct);
        if (setting is null)
        {
            db.Settings.Add(new Setting { Name = name, Value = value });
        }
        else
        {
            setting.Value = value;
        }
    }
}
