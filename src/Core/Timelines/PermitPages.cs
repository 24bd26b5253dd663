using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Grants;
using PostMoney.Core.Outcomes;

namespace PostMoney.Core.Timelines;

/// <summary>A permit with what came of it and who opened what, for its two sides and stewards.</summary>
public sealed class PermitPages(AssignmentPages assignments, CategoryCatalog categories, OutcomeList outcomes, OutcomeRules rules, Openings openings)
{
    /// <summary>One permit, or null where there is nothing for this viewer.</summary>
    public async Task<PermitPage?> FindAsync(Viewer viewer, Guid assignmentId, CancellationToken ct)
    {
        if (await assignments.FindAsync(viewer, assignmentId, ct) is not { } found)
        {
            return null;
        }

        var category = CategoryId.TryParse(found.Offer.Category, out var id) ? await categories.FindAsync(id, ct) : null;
        return new PermitPage(
            found, category!.Schema, await outcomes.OfAsync(viewer, assignmentId, ct),
            (await rules.FindAsync(viewer, assignmentId, ct)).IsGranted, await OpeningsAsync(viewer, found, ct));
    }

    // Of both items, as far as the viewer may know; what came before the permit belongs to another one.
    private async Task<IReadOnlyList<Opening>> OpeningsAsync(Viewer viewer, AssignmentPage permit, CancellationToken ct)
    {
        var both = (await openings.OfItemAsync(viewer, permit.Offer.Id, ct)).Concat(await openings.OfItemAsync(viewer, permit.Need.Id, ct));
        return [.. both.Where(opening => opening.At >= permit.Assignment.IssuedAt).OrderByDescending(opening => opening.At)];
    }
}

/// <summary>A permit with all around it.</summary>
/// <param name="Permit">The permit.</param>
/// <param name="OfferSchema">The category of its offer, which words the conditions.</param>
/// <param name="Outcomes">What its sides told of it.</param>
/// <param name="CanTell">Whether the viewer can tell now how it went.</param>
/// <param name="Openings">Who opened what of it, newest first.</param>
public sealed record PermitPage(
    AssignmentPage Permit, CategorySchema OfferSchema, IReadOnlyList<OutcomeLine> Outcomes, bool CanTell,
    IReadOnlyList<Opening> Openings);
