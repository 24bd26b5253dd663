using System.Diagnostics.CodeAnalysis;
using PostMoney.Core.Categories;

namespace PostMoney.Core.Items;

/// <summary>Somebody can lend, host, drive, compute or care: so many units, within a window.</summary>
public sealed class Offer : Item
{
    /// <summary>Most units of one offer.</summary>
    public const int MostUnits = 10_000;

    private Offer()
    {
    }

    /// <summary>A new one, as it was taken in.</summary>
    [SetsRequiredMembers]
    internal Offer(TakenIn taken, DateTimeOffset at)
        : base(taken, at) => Units = taken.Content.Units!.Value;

    /// <inheritdoc />
    public override ItemKind Kind { get; protected set; } = ItemKind.Offer;

    /// <summary>How many can be used at one time, 1 to <see cref="MostUnits"/>.</summary>
    public required int Units { get; set; }
}
