using PostMoney.Core.Access;
using PostMoney.Core.Groups;
using PostMoney.Core.Members;
using PostMoney.Core.Relations;
using PostMoney.Fixtures;

namespace PostMoney.Core.Tests.Access;

/// <summary>Tests with somebody in every role: a group, its steward, a steward of the node who is not in it.</summary>
public abstract class Quarter : InTown
{
    protected Person Hana { get; } = new("Hana");

    protected Guid Drummers { get; private set; }

    /// <summary>Everybody by role. Amina writes, and belongs to the drummers; Bilal is named by her.</summary>
    protected IReadOnlyDictionary<string, Person> Roles => new Dictionary<string, Person>
    {
        ["stranger"] = Town.Zoe,
        ["member"] = Hana,
        ["named"] = Town.Bilal,
        ["in group"] = Town.Ewa,
        ["group steward"] = Town.Gus,
        ["auditor"] = Town.Fay,
        ["steward"] = Town.Chen,
        ["suspended"] = Town.Dora,
        ["author"] = Town.Amina,
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await Town.JoinAsync(Hana)).Granted();
        Drummers = (await Town.AsAsync(Town.Dora, (Viewer dora, FoundGroup found) =>
            found.ExecuteAsync(dora, "drummers", "The drummers", "We are loud.", GroupJoining.Asked, default))).Granted().Id;
        await AddAsync(Town.Gus, RelationNames.Steward);
        await AddAsync(Town.Ewa, RelationNames.Member);
        await AddAsync(Town.Amina, RelationNames.Member);
        (await Town.AsAsync(Town.Dora, (Viewer dora, AppointSteward appoint) =>
            appoint.AppointAsync(dora, Town.Chen.Id, RelationNames.Steward, default))).Granted();
        (await Town.AsAsync(Town.Chen, (Viewer chen, DecideMembership decide) =>
            decide.ExecuteAsync(chen, Town.Dora.Id, MemberState.Suspended, default))).Granted();
    }

    private async Task AddAsync(Person who, string role) => (await Town.AsAsync(Town.Dora, (Viewer dora, AddToGroup add) =>
        add.ExecuteAsync(dora, "drummers", who.Handle, role, default))).Granted();

    /// <summary>The rows of a table, each with its first cell and the others by the heading.</summary>
    protected static IEnumerable<(string Row, IReadOnlyDictionary<string, bool> Cells)> Read(string table)
    {
        var lines = table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToList();
        return lines.Skip(2).Select(cells => (cells[0], (IReadOnlyDictionary<string, bool>)lines[0].Zip(cells).Skip(1)
            .ToDictionary(pair => pair.First, pair => pair.Second == "yes")));
    }
}
