using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Offers.Import;

/// <summary>Reads a table from outside, all of it or none.</summary>
/// <remarks>
/// RFC 4180, strictly: a quotation mark at a wrong place can swallow half a file, so it refuses the whole. UTF-8, with or without
/// a byte order mark; separated by commas, semicolons or tabs, whichever the heading has most of. Cells are text: what looks like a
/// formula stays what was written.
/// </remarks>
public static class InventoryCsv
{
    /// <summary>Most bytes of a file: 512 KiB.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>Most rows below the heading.</summary>
    public const int MostRows = 500;

    /// <summary>Most characters of a cell; no field of a category holds more.</summary>
    public const int LongestCell = 16_000;

    private static readonly char[] _separators = [',', ';', '\t'];
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads it.</summary>
    public static Result<InventoryTable> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MostBytes)
        {
            return ImportRefusals.TooLarge;
        }

        if (Decode(file.Span) is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            return ImportRefusals.Encoding;
        }

        var read = Records(text);
        return read.TryGet(out var records) ? Table(records) : read.Refusal;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Result<List<InventoryRecord>> Records(string text)
    {
        var (begins, brokenAt) = (1, 0);
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = SeparatorOf(text).ToString(),
            Mode = CsvMode.RFC4180,
            HasHeaderRecord = false,
            MaxFieldSize = LongestCell,
            BadDataFound = _ => brokenAt = brokenAt == 0 ? begins : brokenAt,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, settings);
        var records = new List<InventoryRecord>();
        try
        {
            while (parser.Read())
            {
                var cells = parser.Record!;
                if (brokenAt > 0)
                {
                    return ImportRefusals.Quotes(brokenAt);
                }

                // Spreadsheets leave rows of nothing behind.
                if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                {
                    records.Add(new InventoryRecord(parser.RawRow - LineBreaksIn(cells), cells));
                }

                if (records.Count > MostRows + 1)
                {
                    return ImportRefusals.TooMany;
                }

                begins = parser.RawRow + 1;
            }
        }
        catch (MaxFieldSizeException)
        {
            return ImportRefusals.CellTooLong(begins);
        }

        return records;
    }

    private static Result<InventoryTable> Table(List<InventoryRecord> records)
    {
        if (records.Count < 2)
        {
            return ImportRefusals.Empty;
        }

        var columns = records[0].Cells.Select(cell => cell.Trim()).ToArray();
        return columns.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? ImportRefusals.ColumnTwice(twice.Key.Length == 0 ? "without a name" : twice.Key)
            : new InventoryTable(columns, [.. records.Skip(1)]);
    }

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var heading = end < 0 ? text : text[..end];
        return _separators.MaxBy(separator => heading.Count(letter => letter == separator));
    }

    private static int LineBreaksIn(string[] cells) =>
        cells.Sum(cell => cell.Count(letter => letter == '\n') + cell.Where((letter, at) =>
            letter == '\r' && (at + 1 == cell.Length || cell[at + 1] != '\n')).Count());
}

/// <summary>A table that was read.</summary>
/// <param name="Columns">Their names, each once.</param>
/// <param name="Records">The rows below the heading; they may have fewer or more cells.</param>
public sealed record InventoryTable(IReadOnlyList<string> Columns, IReadOnlyList<InventoryRecord> Records);

/// <summary>One row of a table.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Cells">What stands in it.</param>
public sealed record InventoryRecord(int Line, IReadOnlyList<string> Cells);
