using System.Text;
using PostMoney.Core.Offers.Import;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Offers.Import;

/// <summary>A table from outside is read whole, as RFC 4180 says, or not at all.</summary>
public sealed class ReadingATable
{
    [Theory]
    [InlineData("name,from\nDrill,2027-01-01\n")]
    [InlineData("name;from\r\nDrill;2027-01-01")]
    [InlineData("name\tfrom\rDrill\t2027-01-01\r")]
    [InlineData("\uFEFFname,from\nDrill,2027-01-01\n\n")]
    public void Is_separated_by_commas_semicolons_or_tabs(string text)
    {
        var table = Read(text).Granted();

        Assert.Equal(["name", "from"], table.Columns);
        Assert.Equal(["Drill", "2027-01-01"], Assert.Single(table.Records).Cells);
    }

    [Fact]
    public void Keeps_quotation_marks_separators_and_lines_within_a_cell()
    {
        var table = Read("name,description\n\"Saw, with rail\",\"The \"\"Saturday hour\"\"\nwith Gus\"\nDrill,\n").Granted();

        Assert.Equal("Saw, with rail", table.Records[0].Cells[0]);
        Assert.Equal("The \"Saturday hour\"\nwith Gus", table.Records[0].Cells[1]);
        Assert.Equal([2, 4], table.Records.Select(record => record.Line));
    }

    [Fact]
    public void Counts_lines_as_an_editor_does_over_empty_ones()
    {
        var table = Read("name,from\r\n\r\nDrill,x\r\n,\r\n\"Saw\r\nbig\",y\r\nLadder,z\r\n").Granted();

        Assert.Equal([3, 5, 7], table.Records.Select(record => record.Line));
    }

    [Theory]
    [InlineData("name,from\nDr\"ill,x\n", "Line 2")]
    [InlineData("name,from\nDrill,x\n\"Saw\"s,y\n", "Line 3")]
    [InlineData("name,from\nDrill,\"x\nSaw,y\n", "Line 2")]
    public void Refuses_all_of_it_for_a_quotation_mark_out_of_place(string text, string line)
    {
        var read = Read(text);

        read.RefusedAs("import.quotes");
        Assert.StartsWith(line, read.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_what_is_no_text_in_utf_8()
    {
        InventoryCsv.Read(new byte[] { (byte)'n', 0xE4, (byte)'m', (byte)'\n', (byte)'x' }).RefusedAs(ImportRefusals.Encoding);
        InventoryCsv.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("name\nDrill\n")).ToArray())
            .RefusedAs(ImportRefusals.Encoding);
        Read("name\nDr\0ill\n").RefusedAs(ImportRefusals.Encoding);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("name,from\n")]
    [InlineData("name,from\n,\n")]
    public void Refuses_a_table_without_rows(string text) => Read(text).RefusedAs(ImportRefusals.Empty);

    [Fact]
    public void Refuses_a_column_that_is_there_twice() => Read("name,Name\na,b\n").RefusedAs("import.column-twice");

    [Fact]
    public void Has_limits_that_are_reached_and_not_passed()
    {
        static string Rows(int count) => "name\n" + string.Concat(Enumerable.Repeat("x\n", count));

        Assert.Equal(InventoryCsv.MostRows, Read(Rows(InventoryCsv.MostRows)).Granted().Records.Count);
        Read(Rows(InventoryCsv.MostRows + 1)).RefusedAs(ImportRefusals.TooMany);
        Assert.True(Read($"name\n{new string('x', InventoryCsv.LongestCell)}\n").IsGranted);
        Read($"name\n{new string('x', InventoryCsv.LongestCell + 2)}\n").RefusedAs("import.cell-too-long");
        InventoryCsv.Read(new byte[InventoryCsv.MostBytes + 1]).RefusedAs(ImportRefusals.TooLarge);
    }

    [Fact]
    public void Bears_a_file_of_nothing_but_quotation_marks_or_separators()
    {
        Assert.False(Read(new string('"', InventoryCsv.MostBytes - 1)).IsGranted);
        Assert.False(Read(new string(',', InventoryCsv.MostBytes - 1)).IsGranted);
        Assert.False(Read(new string('\n', InventoryCsv.MostBytes - 1)).IsGranted);
    }

    private static Core.Foundation.Result<InventoryTable> Read(string text) => InventoryCsv.Read(Encoding.UTF8.GetBytes(text));
}
