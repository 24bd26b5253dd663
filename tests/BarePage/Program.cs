using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PostMoney.BarePage;

// What everything else is measured against: a page of Razor with 20 rows that EF Core reads from SQLite, and nothing more.
// Usage: PostMoney.BarePage FILE URL
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(args[1]);
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
builder.Services.AddDbContext<RowsDb>(options => options.UseSqlite($"Data Source={args[0]}"));
builder.Services.AddRazorPages();
var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    var db = scope.ServiceProvider.GetRequiredService<RowsDb>();
    if (await db.Database.EnsureCreatedAsync())
    {
        db.AddRange(Enumerable.Range(1, 1_000).Select(number => new Row
        {
            Id = number,
            Title = string.Create(CultureInfo.InvariantCulture, $"Ladder {number}"),
            Summary = "Aluminium, two parts, five metres when pulled out.",
            PublishedAt = 1_800_000_000_000 + number,
        }));
        await db.SaveChangesAsync();
    }
}

app.MapRazorPages();
await app.RunAsync();
