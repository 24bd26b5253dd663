using System.Text.Json;
using PostMoney.Core.Items;

namespace PostMoney.Core.Offers.Import;

/// <summary>One row of an inventory, read against its category: the offer that it would become, or what is wrong with it.</summary>
/// <remarks>It holds private text; it lives as long as the request, and nothing of it is written or shown but <see cref="PreviewRow"/>.</remarks>
/// <param name="Line">The line of the file on which it begins.</param>
/// <param name="Form">The offer's form.</param>
/// <param name="Parts">Private text by part.</param>
/// <param name="Shown">Each cell as it may be shown.</param>
/// <param name="Problems">Empty where the row is right so far.</param>
internal sealed record InventoryRow(
    int Line, ItemForm Form, IReadOnlyDictionary<string, string> Parts, IReadOnlyList<ShownCell> Shown, List<CellProblem> Problems)
{
    /// <summary>The record to be signed, where the row is right.</summary>
    internal JsonElement? Draft { get; set; }
}

/// <summary>A cell as a preview shows it.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Text">What stands in it; empty where it is private.</param>
/// <param name="IsSealed">Whether something private stands in it, which will be sealed.</param>
public sealed record ShownCell(string Column, string Text, bool IsSealed);

/// <summary>What is wrong with a cell.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Column">The column, or empty where it is the whole row.</param>
/// <param name="Sentence">What is wrong, in one sentence that never repeats private text.</param>
public sealed record CellProblem(int Line, string Column, string Sentence);
