namespace PostMoney.Web.Downloads;

/// <summary>A line of comma-separated values, RFC 4180.</summary>
public static class CsvText
{
    private static readonly char[] _quoted = [',', '"', '\r', '\n'];

    /// <summary>The line with its end.</summary>
    public static string Line(params IEnumerable<string> values) => string.Join(',', values.Select(Field)) + "\r\n";

    // A spreadsheet takes a value that begins so for a formula (CWE-1236).
    private static string Field(string value)
    {
        var plain = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return plain.IndexOfAny(_quoted) < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
