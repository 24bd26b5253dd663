namespace PostMoney.Core.Federation.Documents;

/// <summary>Text without markup, where there is little room for it.</summary>
public static class PlainText
{
    /// <summary>Cuts a text to a length, with a sign that something was cut off, and never through a letter.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }
}
