using PostMoney.Core.Categories;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>What can be asked for and offered here, version by version.</summary>
public sealed class CategoriesModel(CategoryCatalog categories) : NodePage
{
    public IReadOnlyList<IGrouping<string, KnownCategory>> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Topics = [.. (await categories.AllAsync(ct)).GroupBy(category => category.Id.Topic, StringComparer.Ordinal)];
}
