namespace PostMoney.Core.Categories;

/// <summary>One section of a category with its fields in the order of the form.</summary>
/// <param name="Name">One of <see cref="Section"/>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">A sentence about it, or null.</param>
/// <param name="Fields">Its fields.</param>
public sealed record CategorySection(string Name, string Title, string? Description, IReadOnlyList<CategoryField> Fields);
