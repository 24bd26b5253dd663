namespace PostMoney.Core.Categories;

/// <summary>The two things that members publish.</summary>
public enum ItemKind
{
    /// <summary>Somebody needs something.</summary>
    Need,

    /// <summary>Somebody can give, lend or do something.</summary>
    Offer,
}
