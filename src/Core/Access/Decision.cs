using PostMoney.Core.Foundation;

namespace PostMoney.Core.Access;

/// <summary>Yes or no, by which rule, and why in words.</summary>
/// <param name="IsAllowed">Yes or no.</param>
/// <param name="Rule">The rule that decided, such as <c>open.while-entitled</c>; it goes into the audit.</param>
/// <param name="Reason">Why, for the person who asked.</param>
public sealed record Decision(bool IsAllowed, string Rule, string Reason)
{
    /// <summary>The refusal to answer with. A thing that may not be seen looks as if it did not exist.</summary>
    public Refusal Refusal => new(RefusalKind.Forbidden, Rule, Reason);

    internal static Decision Allow(string rule, string reason) => new(true, rule, reason);

    internal static Decision Deny(string rule, string reason) => new(false, rule, reason);
}
