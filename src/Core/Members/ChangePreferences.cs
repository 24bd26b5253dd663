using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Members;

/// <summary>A member chooses a theme and colours.</summary>
public sealed class ChangePreferences(PostMoneyDb db)
{
    /// <summary>Saves the choices.</summary>
    /// <param name="viewer">Whose.</param>
    /// <param name="theme">A theme's name, or null for the node's.</param>
    /// <param name="scheme"><c>light</c>, <c>dark</c>, or null for the device's.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Done>> ExecuteAsync(Viewer viewer, string? theme, string? scheme, CancellationToken ct)
    {
        if (scheme is not (null or "" or "default" or "light" or "dark"))
        {
            return MemberRefusals.Scheme;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var member = await db.Members.FirstAsync(m => m.Id == viewer.Id, ct);
        member.Theme = string.IsNullOrEmpty(theme) ? null : theme;
        member.Scheme = scheme is "light" or "dark" ? scheme : null;
        await change.SaveAsync(ct);
        return Done.Value;
    }
}
