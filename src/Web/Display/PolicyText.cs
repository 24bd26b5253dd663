using System.Globalization;
using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Web.Display;

/// <summary>A policy of allocation in words and numbers.</summary>
/// <param name="Title">What its kind is called.</param>
/// <param name="Words">What it does.</param>
/// <param name="Lines">Its numbers.</param>
public sealed record PolicyText(string Title, string Words, IReadOnlyList<PolicyLine> Lines)
{
    /// <summary>The text of a policy as it is kept.</summary>
    public static PolicyText Of(string kind, string parameters)
    {
        var known = PolicyCatalog.Kinds.FirstOrDefault(known => known.Kind == kind);
        return known is not null && PolicyCatalog.Read(kind, new PolicyName("policy", 1), parameters).TryGet(out var policy)
            ? new PolicyText(known.Title, known.Words, [.. known.Parameters.Select(parameter => new PolicyLine(
                parameter.Label, policy.Parameters[parameter.Name].ToString(CultureInfo.InvariantCulture), parameter.Words))])
            : new PolicyText(kind, "", []);
    }
}

/// <summary>One number of a policy.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Value">The number.</param>
/// <param name="Words">What it does.</param>
public sealed record PolicyLine(string Label, string Value, string Words);
