namespace PostMoney.Core.Foundation;

/// <summary>Why something was not done, when that is an expected answer and not a fault.</summary>
/// <param name="Kind">What sort of no; decides the HTTP status at the door.</param>
/// <param name="Code">Stable, dotted name such as <c>need.window-reversed</c>; tests and clients compare it.</param>
/// <param name="Message">One sentence that is safe to show to the person who asked.</param>
/// <param name="Field">The form field it belongs to, or null when it concerns the whole request.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message, string? Field = null)
{
    /// <summary>The same refusal, tied to a form field.</summary>
    public Refusal At(string field) => this with { Field = field };
}

/// <summary>The four sorts of no.</summary>
public enum RefusalKind
{
    /// <summary>The request does not make sense as given (422).</summary>
    Invalid,

    /// <summary>It makes sense, but not for this person (403).</summary>
    Forbidden,

    /// <summary>It does not exist, or must look as if it did not (404).</summary>
    NotFound,

    /// <summary>It collides with what is already so (409).</summary>
    Conflict,
}
