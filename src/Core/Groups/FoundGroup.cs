using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Relations;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Groups;

/// <summary>A steward of the node founds a group and becomes its first steward.</summary>
public sealed class FoundGroup(
    PostMoneyDb db, AccessCheck access, RelationBook relations, NodePassports passports, AuditLog log, NodeIds ids, TimeProvider clock)
{
    /// <summary>Founds it.</summary>
    /// <param name="viewer">Who founds it.</param>
    /// <param name="name">What it is called in addresses.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="summary">What it is for.</param>
    /// <param name="joining">How one becomes a member of it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Group>> ExecuteAsync(
        Viewer viewer, string name, string title, string summary, GroupJoining joining, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (Problems(name, title, summary) is { Count: > 0 } problems)
        {
            return problems;
        }

        await using var change = await db.BeginChangeAsync(ct);
        if (await db.Groups.AnyAsync(group => group.Name == name, ct))
        {
            return GroupRefusals.NameTaken;
        }

        var id = ids.Next();
        var group = new Group
        {
            Id = id,
            Name = name,
            Title = title.Trim(),
            Summary = summary.Trim(),
            Did = passports.Create(NodePassports.OfGroup(id)).Value,
            Joining = joining,
            Reach = joining == GroupJoining.Open ? GroupReach.Open : GroupReach.Asked,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Groups.Add(group);
        relations.ToGroup(viewer.Id, RelationNames.Member, id, viewer.MemberId);
        relations.ToGroup(viewer.Id, RelationNames.Steward, id, viewer.MemberId);
        await log.AppendAsync("group.founded", viewer.Did!, $"group:{id:D}", null, ct);
        await change.SaveAsync(ct);
        return group;
    }

    private static List<Refusal> Problems(string name, string title, string summary)
    {
        var problems = new List<Refusal>();
        if (name.Length is < 2 or > 40 || !char.IsAsciiLetterLower(name[0])
            || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            problems.Add(GroupRefusals.Name);
        }

        if (string.IsNullOrWhiteSpace(title) || title.Length > 80 || title.Any(char.IsControl))
        {
            problems.Add(GroupRefusals.Title);
        }

        if (summary.Length > 500)
        {
            problems.Add(GroupRefusals.Summary);
        }

        return problems;
    }
}
