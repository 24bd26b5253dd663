using PostMoney.Core.Categories;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;

namespace PostMoney.Web.Publishing;

/// <summary>What the forms of needs and offers are made with.</summary>
public sealed record ItemFormParts(
    CategoryCatalog Categories, DraftItem Draft, SignOnNode SignOnNode, GroupList Groups, TimeProvider Clock);
