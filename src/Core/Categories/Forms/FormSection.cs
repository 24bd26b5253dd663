namespace PostMoney.Core.Categories.Forms;

/// <summary>A group of fields under one heading.</summary>
/// <param name="Name">One of <see cref="Section"/>.</param>
/// <param name="Title">The heading.</param>
/// <param name="Description">A sentence below it, or null.</param>
/// <param name="Fields">Its fields in order, one at least.</param>
public sealed record FormSection(string Name, string Title, string? Description, IReadOnlyList<FormField> Fields);
