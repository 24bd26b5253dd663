using Microsoft.EntityFrameworkCore;

namespace PostMoney.BarePage;

/// <summary>One table.</summary>
public sealed class RowsDb(DbContextOptions<RowsDb> options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}

/// <summary>What a row shows.</summary>
public sealed class Row
{
    public required int Id { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>UTC milliseconds.</summary>
    public required long PublishedAt { get; init; }
}
