using PostMoney.Core.Foundation;

namespace PostMoney.Web.Pages.Me;

/// <summary>Who is not found is a problem of what was written, and not of the page's address.</summary>
internal static class MovingRefusal
{
    internal static List<Refusal> At(string field, IReadOnlyList<Refusal> refusals) =>
        [.. refusals.Select(refusal => (refusal.Kind == RefusalKind.NotFound ? refusal with { Kind = RefusalKind.Invalid } : refusal).At(field))];
}
