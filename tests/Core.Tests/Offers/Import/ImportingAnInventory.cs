using System.Text;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Offers.Import;
using PostMoney.Core.Operations;
using PostMoney.Core.Relations;
using PostMoney.Core.Search;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Offers.Import;

/// <summary>Gus is steward of the tool library and has a table of its tools.</summary>
public sealed class ImportingAnInventory : InTown
{
    private const string Library = "tool-library";

    private const string Table =
        """
        name,description,units,from,to,visibility,details.kind,details.condition,details.accessories,requirements.careAgreement,private.lockCode,private.address
        Cordless drill,Two batteries each.,3,2027-03-02,2027-12-31,public,Drill or driver,good,case | Charger,yes,Locker 3: 27-41-08,2 Engine Yard
        "Ladder, 7 metres",,,2027-03-02 09:00,2027-12-31,,ladder,worn,,,,

        """;

    /// <inheritdoc />
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await Town.AsAsync(Town.Dora, (Viewer dora, FoundGroup found) =>
            found.ExecuteAsync(dora, Library, "Tool Library", "", GroupJoining.Open, default))).Granted();
        foreach (var (handle, role) in new[] { ("gus", RelationNames.Steward), ("amina", RelationNames.Member) })
        {
            (await Town.AsAsync(Town.Dora, (Viewer dora, AddToGroup add) => add.ExecuteAsync(dora, Library, handle, role, default))).Granted();
        }

        (await Town.AsAsync(Town.Dora, (Viewer dora, JoinGroup join) => join.LeaveAsync(dora, Library, default))).Granted();
    }

    [Fact]
    public async Task Shows_what_will_be_created_with_private_cells_as_sealed()
    {
        var preview = (await PreviewAsync(Town.Gus, Table)).Granted();

        Assert.Equal(2, preview.Right);
        Assert.Equal(["Cordless drill", "Ladder, 7 metres"], preview.Rows.Select(row => row.Cells[0].Text));
        Assert.Equal(2, preview.Rows[0].Cells.Count(cell => cell.IsSealed));
        Assert.DoesNotContain("27-41-08", string.Concat(preview.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text)), StringComparison.Ordinal);
        Assert.Null(preview.ImportedAt);
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.Offers.CountAsync()));
    }

    [Fact]
    public async Task Creates_offers_of_the_group_that_only_its_stewards_can_open()
    {
        var ids = (await ImportAsync(Town.Gus, Table)).Granted();
        var offers = await Town.AskAsync((PostMoneyDb db) => db.Offers.OrderBy(offer => offer.Title).ToListAsync());
        var group = await Town.AskAsync((PostMoneyDb db) => db.Groups.SingleAsync());

        Assert.Equal(2, ids.Count);
        Assert.All(offers, offer => Assert.Equal((group.Id, group.Did, group.Id), (offer.AuthorId, offer.Issuer, offer.GroupId)));
        Assert.Equal([(3, Visibility.Public), (1, Visibility.Node)], offers.Select(offer => (offer.Units, offer.Visibility)));
        Assert.Equal("""{"details":{"accessories":["case","charger"],"condition":"good","kind":"drill"},"requirements":{"careAgreement":true}}""", offers[0].Sections);
        Assert.Equal(
            (new DateTimeOffset(2027, 3, 2, 9, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            (offers[1].WindowFrom, offers[1].WindowTo));
        Assert.Equal(["Locker 3: 27-41-08", "2 Engine Yard"], (await Town.OpenAsync(Town.Gus, offers[0].Id)).Select(part => part.Text).Order(StringComparer.Ordinal).Reverse());
        Assert.False((await Town.GrantAsync(Town.Amina, offers[0].Id)).IsGranted);
        Assert.Single((await Town.AsAsync(Town.Amina, (Viewer amina, SearchItems search) => search.FindAsync(amina, new SearchQuestion("drill"), default))).ItemIds);
        Assert.Equal(0, await Town.AsAsync(Town.Fay, (Viewer fay, AuditPages audit) => audit.CheckChainAsync(fay, default)));
    }

    [Fact]
    public async Task Says_which_cell_is_wrong_and_imports_the_other_rows()
    {
        var table =
            """
            name,units,from,to,visibility,details.kind,details.condition,details.weight,private.lockCode
            Good drill,2,2027-03-02,2027-12-31,,drill,good,1.8,
            ,2,2027-03-02,2027-12-31,,drill,good,1.8,
            Drill of no kind,2,2027-03-02,2027-12-31,,rocket,good,1.8,
            Drill of no weight,2,2027-03-02,2027-12-31,,drill,good,heavy,
            Drill of last year,2,2026-01-01,2026-12-31,,drill,good,1.8,
            Drill of no day,2,soon,2027-12-31,,drill,good,1.8,
            Drill of no number,many,2027-03-02,2027-12-31,,drill,good,1.8,
            Drill for nobody,2,2027-03-02,2027-12-31,friends,drill,good,1.8,
            Drill without condition,2,2027-03-02,2027-12-31,,drill,,1.8,
            Drill with too few cells,2,2027-03-02
            Drill with a code,2,2027-03-02,2027-12-31,,drill,good,1.8,1234567890123456789012345678901234567890123456789012345678901234

            """;
        var preview = (await PreviewAsync(Town.Gus, table)).Granted();
        var problems = preview.Rows.SelectMany(row => row.Problems).ToList();

        Assert.Equal(1, preview.Right);
        Assert.Equal(
            [
                (3, "name"), (4, "details.kind"), (5, "details.weight"), (6, "to"), (7, "from"), (8, "units"), (9, "visibility"),
                (10, "details.condition"), (12, "private.lockCode"),
            ],
            problems.Where(problem => problem.Line != 11).Select(problem => (problem.Line, problem.Column)));
        Assert.Contains(problems, problem => problem is { Line: 11, Column: "" } && problem.Sentence.Contains("3 cells", StringComparison.Ordinal));
        Assert.Contains("drill, saw", problems.Single(problem => problem.Line == 4).Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(problems, problem => problem.Sentence.Contains("1234567890", StringComparison.Ordinal));
        Assert.Single((await ImportAsync(Town.Gus, table)).Granted());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")")]
    [InlineData("+SUM(A1:A9)")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@import")]
    public async Task Takes_what_looks_like_a_formula_as_the_text_that_it_is(string cell)
    {
        var table = $"name,from,to,details.kind,details.condition\n\"{cell}\",2027-03-02,2027-12-31,drill,good\n";

        (await ImportAsync(Town.Gus, table)).Granted();

        Assert.Equal(cell.Replace("\"\"", "\"", StringComparison.Ordinal), await Town.AskAsync((PostMoneyDb db) => db.Offers.Select(offer => offer.Title).SingleAsync()));
    }

    [Fact]
    public async Task Imports_nothing_where_the_file_or_the_group_is_another_than_in_the_preview()
    {
        var seen = (await PreviewAsync(Town.Gus, Table)).Granted().Fingerprint;

        (await ImportAsync(Town.Gus, Table.Replace("27-41-08", "27-41-09", StringComparison.Ordinal), seen)).RefusedAs(ImportRefusals.Changed);
        (await ImportAsync(Town.Gus, Table, seen: "")).RefusedAs(ImportRefusals.Changed);
        (await ImportAsync(Town.Gus, Table, seen[..^2] + "AA")).RefusedAs(ImportRefusals.Changed);
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.Offers.CountAsync()));
    }

    [Fact]
    public async Task Imports_nothing_where_a_row_has_become_wrong_since_the_preview()
    {
        var table = Table.Replace("2027-12-31", "2027-03-02 12:00", StringComparison.Ordinal);
        var seen = (await PreviewAsync(Town.Gus, table)).Granted().Fingerprint;
        Town.Clock.Pass(TimeSpan.FromDays(2));

        (await ImportAsync(Town.Gus, table, seen)).RefusedAs(ImportRefusals.Changed);
    }

    [Fact]
    public async Task Says_that_a_file_was_imported_before_and_takes_it_twice_only_when_asked()
    {
        (await ImportAsync(Town.Gus, Table)).Granted();
        var preview = (await PreviewAsync(Town.Gus, Table)).Granted();

        Assert.Equal(Town.Clock.Now.ToUnixTimeMilliseconds(), preview.ImportedAt!.Value.ToUnixTimeMilliseconds());
        (await ImportAsync(Town.Gus, Table)).RefusedAs(ImportRefusals.Repeated);
        Assert.Equal(2, await Town.AskAsync((PostMoneyDb db) => db.Offers.CountAsync()));
        (await ImportAsync(Town.Gus, Table, onRepeat: OnRepeat.ImportAgain)).Granted();
        Assert.Equal(4, await Town.AskAsync((PostMoneyDb db) => db.Offers.CountAsync()));
        Assert.Null((await PreviewAsync(Town.Gus, Table + "\n,,,,,,,,,,,\n")).Granted().ImportedAt);
    }

    [Fact]
    public async Task Is_for_the_group_s_stewards_alone()
    {
        var seen = (await PreviewAsync(Town.Gus, Table)).Granted().Fingerprint;
        foreach (var other in new[] { Town.Amina, Town.Bilal, Town.Fay, Town.Dora, Town.Zoe })
        {
            (await PreviewAsync(other, Table)).RefusedAs(ImportRefusals.Group);
            (await ImportAsync(other, Table, seen)).RefusedAs(ImportRefusals.Group);
        }

        (await PreviewAsync(Town.Gus, Table, group: "no-such-group")).RefusedAs(ImportRefusals.Group);
        Assert.Equal(0, await Town.AskAsync((PostMoneyDb db) => db.Offers.CountAsync()));
    }

    [Theory]
    [InlineData("need.tool@v1")]
    [InlineData("offer.nothing@v1")]
    [InlineData("offer.tool")]
    [InlineData("")]
    public async Task Is_of_a_kind_of_offer_that_the_node_knows(string category) =>
        (await PreviewAsync(Town.Gus, Table, category: category)).RefusedAs(ImportRefusals.Category);

    [Theory]
    [InlineData("name,from,to,colour\na,b,c,d\n", "import.column-unknown")]
    [InlineData("name,from,to,payload.lockCode\na,b,c,d\n", "import.column-unknown")]
    [InlineData("name,from\na,b\n", "import.column-missing")]
    public async Task Knows_its_columns(string table, string code) => (await PreviewAsync(Town.Gus, table)).RefusedAs(code);

    [Fact]
    public async Task Refuses_a_file_without_a_right_row()
    {
        const string table = "name,from,to,details.kind,details.condition\n,2027-03-02,2027-12-31,drill,good\n";

        (await ImportAsync(Town.Gus, table)).RefusedAs(ImportRefusals.NothingRight);
    }

    [Fact]
    public async Task Leaves_no_private_cell_in_any_file_and_no_digest_of_the_table_in_the_log()
    {
        (await ImportAsync(Town.Gus, Table)).Granted();
        var stored = Directory.GetFiles(Path.GetDirectoryName(Town.File.Path)!)
            .Select(file => Encoding.Latin1.GetString(ReadShared(file)))
            .Aggregate((all, next) => all + next);
        var digest = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Table));

        Assert.DoesNotContain("27-41-08", stored, StringComparison.Ordinal);
        Assert.Contains("Two batteries each.", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(await Town.AskAsync((PostMoneyDb db) => db.LogEntries.ToListAsync()),
            line => line.Digest is not null && line.Digest.SequenceEqual(digest));
    }

    [Fact]
    public async Task Takes_as_many_rows_as_a_file_can_have()
    {
        var table = new StringBuilder("name,from,to,details.kind,details.condition,private.lockCode\n");
        for (var i = 1; i <= InventoryCsv.MostRows; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"Tool {i},2027-03-02,2027-12-31,other,good,Locker {i}\n");
        }

        Assert.Equal(InventoryCsv.MostRows, (await ImportAsync(Town.Gus, table.ToString())).Granted().Count);
    }

    [Fact]
    public async Task Reads_the_example_of_the_documents()
    {
        var preview = (await Town.AsAsync(Town.Gus, (Viewer gus, PreviewImport import) => import.ExecuteAsync(
            gus, new ImportRequest(Library, "offer.tool@v1", File.ReadAllBytes(Example())), default))).Granted();

        Assert.Equal((5, 5), (preview.Rows.Count, preview.Right));
    }

    private Task<Result<ImportPreview>> PreviewAsync(
        Person who, string table, string group = Library, string category = "offer.tool@v1") =>
        Town.AsAsync(who, (Viewer viewer, PreviewImport import) => import.ExecuteAsync(viewer, Request(table, group, category), default));

    private async Task<Result<IReadOnlyList<Guid>>> ImportAsync(
        Person who, string table, string? seen = null, OnRepeat onRepeat = OnRepeat.Refuse)
    {
        seen ??= (await PreviewAsync(who, table)).Granted().Fingerprint;
        return await Town.AsAsync(who, (Viewer viewer, ImportInventory import) =>
            import.ExecuteAsync(viewer, Request(table, Library, "offer.tool@v1"), seen, onRepeat, default));
    }

    private static ImportRequest Request(string table, string group, string category) =>
        new(group, category, Encoding.UTF8.GetBytes(table));

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Example()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PostMoney.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs/examples/tool-inventory.csv");
    }
}
