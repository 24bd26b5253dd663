using System.Globalization;

namespace PostMoney.Web.Display;

/// <summary>Forms, and numbers and ids out of them. What is none becomes a value that every rule refuses, so that the rule's own sentence is read.</summary>
public static class Posted
{
    /// <summary>The fields of a form; none where the body is something else, so that each is missed where it is missing.</summary>
    public static IFormCollection Form(HttpRequest request) => request.HasFormContentType ? request.Form : FormCollection.Empty;

    /// <summary>A whole number, or the least there is.</summary>
    public static int WholeNumber(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : int.MinValue;

    /// <summary>An id; null where it was left empty, and an id that nothing has where it is none.</summary>
    public static Guid? Id(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Guid.TryParseExact(text.Trim(), "D", out var id) ? id : Guid.Empty;
}
