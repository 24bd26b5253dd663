using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Access;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Assignments;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Members;
using PostMoney.Core.Moderation;
using PostMoney.Core.Needs;
using PostMoney.Core.Offers;
using PostMoney.Core.Passports;
using PostMoney.Core.Posts;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Web.Tests.BadInput;

/// <summary>
/// A node with something of everything, to which people send what makes no sense. Dora is its steward and holds a permit for
/// Amina's ladder; Chen keeps a passport of their own.
/// </summary>
public sealed class OddTown : IAsyncLifetime
{
    /// <summary>What is sealed in Amina's ladder; no answer and no file may ever hold it.</summary>
    public const string Canary = "CANARY-LADDER-9917";

    // Challenges are issued by looking at a page, and openings are written down before they are answered.
    private static readonly string[] _mayChange = ["challenges", "grant_attempts"];

    private readonly Dictionary<string, string> _sessions = [];

    public RunningNode Node { get; private set; } = null!;

    public Person Chen { get; } = new("Chen");

    public Guid Ladder { get; private set; }

    public Guid Saw { get; private set; }

    public Guid Wish { get; private set; }

    public Guid Asked { get; private set; }

    public Guid Permit { get; private set; }

    public Guid Round { get; private set; }

    public Guid Drawn { get; private set; }

    public Guid Pool { get; private set; }

    public Guid Said { get; private set; }

    public Guid Told { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Node = await RunningNode.StartAsync();
        await Visitor.JoinAsync(Node, "amina");
        await JoinChenAsync();
        var dora = await OpenSessionAsync("dora");
        var amina = await OpenSessionAsync("amina");
        (await AskAsync((FoundGroup found) => found.ExecuteAsync(dora.Viewer, "choir", "The choir", "", GroupJoining.Open, default))).Granted();
        Ladder = await OfferAsync(amina, "A ladder", "ladder", ("lockCode", Canary));
        Saw = await OfferAsync(dora, "A saw", "saw");
        var soon = Node.Now.AddSeconds(3);
        var wanted = await NeedAsync(dora, "A ladder for now", "ladder", soon);
        var pools = await AskAsync((PoolList list) => list.OpenAsync(dora.Viewer, default));
        (Pool, Drawn) = (pools.Single(pool => pool.Topic == "tool").Id, pools.Single(pool => pool.Topic == "tool").RoundId);
        (await AskAsync((SettleRound settle) => settle.NowAsync(dora.Viewer, Drawn, default))).Granted();
        Round = (await AskAsync((PoolList list) => list.OpenAsync(dora.Viewer, default))).Single(pool => pool.Topic == "tool").RoundId;
        Permit = (await AskAsync((AssignmentPages pages) => pages.OfNeedAsync(dora.Viewer, wanted, default)))!.Id;
        (await AskAsync((AcceptAssignment accept) => accept.ExecuteAsync(dora.Viewer, Permit, agreed: true, default))).Granted();
        Wish = await NeedAsync(dora, "A sewing machine", "sewing", Node.Now.AddDays(3));
        Asked = await NeedAsync(amina, "A saw", "saw", Node.Now.AddDays(3));
        (await AskAsync((OpenTicket open) => open.ExecuteAsync(dora.Viewer, Saw, 1, "It is blunt.", default))).Granted();
        Said = (await AskAsync((PublishPost publish) => publish.ExecuteAsync(dora.Viewer, new PostForm("The saw is blunt.", PostVisibility.Public), default))).Granted().Id;
        Told = (await AskAsync((FileReport file) => file.ExecuteAsync(
            dora.Viewer, new ReportTarget(null, null, null, "amina"), new ReportForm(ReportCategory.Spam, "Too many ladders.", false), default))).Granted().Id;
        while (Node.Now < soon)
        {
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Chen.Dispose();
        await Node.DisposeAsync();
    }

    /// <summary>Somebody who is signed in; of strangers there is one behind each door.</summary>
    public async Task<Visitor> VisitorAsync(string who, int house = 1) => who == "a stranger"
        ? Visitor.Stranger(Node, house)
        : Visitor.WithSession(Node, _sessions.TryGetValue(who, out var token) ? token : await NewSessionAsync(who), house);

    /// <summary>A session that was opened just now.</summary>
    public async Task<string> NewSessionAsync(string handle) => (await AskAsync((SignIn signIn) =>
        signIn.WithPassphraseAsync(handle, RunningNode.Passphrase, "a test", default))).Granted();

    /// <summary>An address with ids that exist in place of <c>{names}</c>.</summary>
    public string Address(string route) => route
        .Replace("{ladder}", $"{Ladder}", StringComparison.Ordinal).Replace("{saw}", $"{Saw}", StringComparison.Ordinal)
        .Replace("{wish}", $"{Wish}", StringComparison.Ordinal).Replace("{permit}", $"{Permit}", StringComparison.Ordinal)
        .Replace("{round}", $"{Round}", StringComparison.Ordinal).Replace("{drawn}", $"{Drawn}", StringComparison.Ordinal)
        .Replace("{asked}", $"{Asked}", StringComparison.Ordinal).Replace("{pool}", $"{Pool}", StringComparison.Ordinal)
        .Replace("{said}", $"{Said}", StringComparison.Ordinal).Replace("{told}", $"{Told}", StringComparison.Ordinal);

    /// <summary>One request of a use case.</summary>
    public async Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = Node.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>What stands in each table, in brief: how many rows, and a hash over all of them.</summary>
    public IReadOnlyDictionary<string, string> Contents()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Node.Folder, "node.db")};Mode=ReadOnly");
        connection.Open();
        return Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'")
            .Select(row => row[0]).Except(_mayChange)
            .ToDictionary(table => table, table =>
            {
                var rows = Read(connection, $"SELECT * FROM \"{table}\"").ConvertAll(row => string.Join('|', row));
                rows.Sort(StringComparer.Ordinal);
                return $"{rows.Count} rows, {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..12]}";
            });
    }

    /// <summary>Which tables are not as they were.</summary>
    public IEnumerable<string> ChangedSince(IReadOnlyDictionary<string, string> before) =>
        Contents().Where(table => before[table.Key] != table.Value).Select(table => $"{table.Key}: {before[table.Key]} → {table.Value}");

    private static List<string[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes
                ? Convert.ToHexString(bytes)
                : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }

    private async Task<SignedIn> OpenSessionAsync(string handle)
    {
        _sessions[handle] = await NewSessionAsync(handle);
        return (await AskAsync((Sessions sessions) => sessions.FindAsync(_sessions[handle], default)))!;
    }

    private async Task JoinChenAsync()
    {
        var challenge = await AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.Join, default));
        Chen.Joined((await AskAsync((JoinCommunity join) => join.WithPassportAsync(
            Chen.Request, Chen.Answer(ChallengePurpose.Join, challenge, Node.Address), Node.Address, default))).Granted().Id);
        var asked = await AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.SignIn, default));
        _sessions["chen"] = (await AskAsync((SignIn signIn) => signIn.WithPassportAsync(
            Chen.Answer(ChallengePurpose.SignIn, asked, Node.Address), Node.Address, "a test", default))).Granted();
    }

    private async Task<Guid> OfferAsync(SignedIn who, string title, string kind, params (string Part, string Text)[] secrets)
    {
        var submission = await SignAsync(who, Form("offer.tool@v1", title, secrets) with
        {
            Units = 2,
            Sections = JsonElement.Parse($$$"""{"details":{"kind":"{{{kind}}}","condition":"good"}}"""),
        }, secrets);
        return (await AskAsync((PublishOffer publish) => publish.ExecuteAsync(who.Viewer, submission, default))).Granted();
    }

    private async Task<Guid> NeedAsync(SignedIn who, string title, string kind, DateTimeOffset from)
    {
        var submission = await SignAsync(who, Form("need.tool@v1", title) with
        {
            From = from,
            To = from.AddDays(1),
            Sections = JsonElement.Parse($$$"""{"constraints":{"kind":"{{{kind}}}"}}"""),
        });
        return (await AskAsync((PublishNeed publish) => publish.ExecuteAsync(who.Viewer, submission, default))).Granted();
    }

    private async Task<Submission> SignAsync(SignedIn who, ItemForm form, params (string Part, string Text)[] secrets)
    {
        var draft = (await AskAsync((DraftItem drafts) => drafts.NewAsync(who.Viewer, form, default))).Granted();
        using var passport = who.OpenPassport()!;
        return await AskAsync((SignOnNode sign) => sign.AsMemberAsync(
            draft, secrets.ToDictionary(secret => secret.Part, secret => secret.Text), passport, Node.Now, default));
    }

    private ItemForm Form(string category, string title, params (string Part, string Text)[] secrets) => new()
    {
        Category = category,
        Title = title,
        From = Node.Now,
        To = Node.Now.AddDays(60),
        Visibility = Visibility.Public,
        Sealed = [.. secrets.Select(secret => secret.Part)],
    };
}
