using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Log;
using PostMoney.Core.Members;
using PostMoney.Core.Storage;

namespace PostMoney.Core.Operations;

/// <summary>A steward changes what the node is called, how one joins, and how it looks.</summary>
public sealed class ChangeNodeSettings(PostMoneyDb db, AccessCheck access, NodeSettings settings, AuditLog log)
{
    /// <summary>Saves the choices.</summary>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, NodeForm form, CancellationToken ct)
    {
        var decision = await access.CheckAsync(viewer, Permission.Govern, Resource.Node, ct);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        if (form.Problems() is { Count: > 0 } problems)
        {
            return problems;
        }

        await using var change = await db.BeginChangeAsync(ct);
        await form.SaveAsync(settings, ct);
        await log.AppendAsync("node.changed", viewer.Did!, "node", null, ct);
        await change.SaveAsync(ct);
        return Done.Value;
    }
}

/// <summary>What an operator or steward chooses for the node.</summary>
/// <param name="Name">At most 60 characters.</param>
/// <param name="Summary">At most 500 characters.</param>
/// <param name="Joining">One of <see cref="JoiningModes.All"/>.</param>
/// <param name="TimeZone">An IANA time zone.</param>
/// <param name="Theme">A theme's name.</param>
public sealed record NodeForm(string Name, string Summary, string Joining, string TimeZone, string Theme)
{
    internal List<Refusal> Problems()
    {
        var problems = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 60 || Name.Any(char.IsControl))
        {
            problems.Add(new(RefusalKind.Invalid, "node.name", "Give the community a name of at most 60 characters.", "Name"));
        }

        if (Summary.Length > 500)
        {
            problems.Add(new(RefusalKind.Invalid, "node.summary", "Keep it under 500 characters.", "Summary"));
        }

        if (!JoiningModes.All.Contains(Joining))
        {
            problems.Add(new(RefusalKind.Invalid, "node.joining", "Choose how people join.", "Joining"));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            problems.Add(new(RefusalKind.Invalid, "node.time-zone", "Choose a time zone such as Europe/Berlin.", "TimeZone"));
        }

        return problems;
    }

    internal async Task SaveAsync(NodeSettings settings, CancellationToken ct)
    {
        await settings.SetAsync(NodeSettings.Name, Name.Trim(), ct);
        await settings.SetAsync(NodeSettings.Summary, Summary.Trim(), ct);
        await settings.SetAsync(NodeSettings.Joining, Joining, ct);
        await settings.SetAsync(NodeSettings.TimeZone, TimeZone, ct);
        await settings.SetAsync(NodeSettings.Theme, Theme, ct);
    }
}
