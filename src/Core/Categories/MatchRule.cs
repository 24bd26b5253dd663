namespace PostMoney.Core.Categories;

/// <summary>How what one side asks is compared with the field of the same name on the other side (<c>x-match</c>).</summary>
public enum MatchRule
{
    /// <summary>The other side has the same. A yes asks for a yes; a no asks for nothing.</summary>
    EqualTo,

    /// <summary>The other side has as much or more; for choices, a choice that stands as late in the list or later.</summary>
    AtLeast,

    /// <summary>The other side has as much or less; for choices, a choice that stands as early in the list or earlier.</summary>
    AtMost,

    /// <summary>The other side's choices include all of these.</summary>
    Contains,

    /// <summary>All of the other side's choices are among these.</summary>
    Within,
}
