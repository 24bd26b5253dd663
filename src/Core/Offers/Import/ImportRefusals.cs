using PostMoney.Core.Foundation;

namespace PostMoney.Core.Offers.Import;

/// <summary>Why a file is not imported at all. What is wrong with single rows is in the preview.</summary>
public static class ImportRefusals
{
    /// <summary>There is no file, or nothing in it.</summary>
    public static Refusal Empty { get; } = File("import.empty", "Choose a file with a heading and at least one row.");

    /// <summary>The file is larger than <see cref="InventoryCsv.MostBytes"/>.</summary>
    public static Refusal TooLarge { get; } = File("import.too-large", "A file can have up to 512 KiB. Please split it.");

    /// <summary>There are more rows than <see cref="InventoryCsv.MostRows"/>.</summary>
    public static Refusal TooMany { get; } = File("import.too-many", $"A file can have up to {InventoryCsv.MostRows} rows. Please split it.");

    /// <summary>It is not UTF-8, or holds characters that are no text.</summary>
    public static Refusal Encoding { get; } = File("import.encoding", "Save the file as CSV in UTF-8 and choose it again.");

    /// <summary>No row is right.</summary>
    public static Refusal NothingRight { get; } = File("import.nothing-right", "There is no row to import. Mend the file and choose it again.");

    /// <summary>The file, or what would come of it, is not what the preview showed.</summary>
    public static Refusal Changed { get; } = new(
        RefusalKind.Conflict, "import.changed", "This is not what the preview showed, so nothing was imported. Please look at it again.", "File");

    /// <summary>The same file was imported for this group before.</summary>
    public static Refusal Repeated { get; } = new(
        RefusalKind.Conflict, "import.repeated", "This very file was imported before. Tick the box if you want all of it a second time.", "Again");

    /// <summary>They are no steward of the group, or there is none.</summary>
    public static Refusal Group { get; } = new(
        RefusalKind.Forbidden, "import.group", "A group's stewards import for it. Choose a group that you are a steward of.", "Group");

    /// <summary>There is no such category of offers, or it takes nothing new.</summary>
    public static Refusal Category { get; } = new(
        RefusalKind.Invalid, "import.category", "Choose one of this node's kinds of offers.", "Category");

    internal static Refusal Quotes(int line) => File(
        "import.quotes", $"Line {line}: a quotation mark stands where it should not, or one is missing. Double those inside a cell.");

    internal static Refusal CellTooLong(int line) => File("import.cell-too-long", $"Line {line}: a cell has more than {InventoryCsv.LongestCell} characters.");

    internal static Refusal ColumnTwice(string name) => File("import.column-twice", $"The column {name} is there twice.");

    internal static Refusal ColumnMissing(string name) => File("import.column-missing", $"The column {name} is missing.");

    internal static Refusal ColumnUnknown(string name) => File(
        "import.column-unknown", $"Nobody knows the column {name}. The empty table for this kind of offer has all that there are.");

    private static Refusal File(string code, string message) => new(RefusalKind.Invalid, code, message, "File");
}
