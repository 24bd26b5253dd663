using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Notifications;
using PostMoney.Core.Storage;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Storage;

public sealed class ChangingTheDatabase : InTown
{
    [Fact]
    public async Task Is_possible_within_a_change_alone()
    {
        await Assert.ThrowsAsync<DbUpdateException>(() => Town.DoAsync(async (PostMoneyDb db) =>
        {
            db.Settings.Add(new Setting { Name = "test", Value = "x" });
            await db.SaveChangesAsync();
        }));
        Assert.Null(await FindAsync("test"));
    }

    [Fact]
    public async Task Is_over_with_the_change()
    {
        await Town.DoAsync(async (PostMoneyDb db) =>
        {
            await using (var change = await db.BeginChangeAsync(default))
            {
                db.Settings.Add(new Setting { Name = "test", Value = "x" });
                await change.SaveAsync(default);
            }

            await db.Database.OpenConnectionAsync();
            await Assert.ThrowsAsync<SqliteException>(() => db.Settings.ExecuteDeleteAsync());
        });
        Assert.Equal("x", await FindAsync("test"));
    }

    [Fact]
    public async Task Leaves_no_trace_where_it_is_not_saved()
    {
        await Town.DoAsync(async (PostMoneyDb db) =>
        {
            await using (await db.BeginChangeAsync(default))
            {
                db.Settings.Add(new Setting { Name = "test", Value = "x" });
                await db.SaveChangesAsync();
                await db.Settings.Where(setting => setting.Name == NodeSettings.Name).ExecuteDeleteAsync();
            }

            Assert.Empty(db.ChangeTracker.Entries());
        });

        Assert.Null(await FindAsync("test"));
        Assert.Equal("Northside", await FindAsync(NodeSettings.Name));
    }

    [Fact]
    public async Task Lets_one_in_at_a_time()
    {
        await Town.DoAsync(async (PostMoneyDb db) =>
        {
            var change = await db.BeginChangeAsync(default);
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                Town.DoAsync(async (PostMoneyDb other) => await other.BeginChangeAsync(patience.Token)));
            await change.DisposeAsync();
        });

        await SetAsync("test", "y");
        Assert.Equal("y", await FindAsync("test"));
    }

    [Fact]
    public async Task Of_many_at_once_loses_none()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => SetAsync($"test.{i}", "x")));

        Assert.Equal(40, await Town.AskAsync((PostMoneyDb db) => db.Settings.CountAsync(setting => setting.Name.StartsWith("test."))));
    }

    [Fact]
    public async Task Refuses_what_refers_to_nothing()
    {
        await Assert.ThrowsAsync<SqliteException>(() => Town.DoAsync(async (PostMoneyDb db) =>
        {
            await using var change = await db.BeginChangeAsync(default);
            db.Notifications.Add(new Notification
            {
                Id = Guid.CreateVersion7(),
                MemberId = Guid.CreateVersion7(),
                Kind = "test",
                SubjectType = "test",
                SubjectId = Guid.Empty,
                Text = "",
                At = Town.Clock.Now,
            });
            await change.SaveAsync(default);
        }));
        await SetAsync("test", "still works");
    }

    [Fact]
    public async Task Is_folded_into_the_file_after_some_hundred_changes()
    {
        var wal = new FileInfo(Town.File.Path + "-wal");
        for (var i = 0; i < 2 * WriteGate.ChangesBetweenCheckpoints; i++)
        {
            await SetAsync("test", $"{i}");
        }

        wal.Refresh();
        Assert.True(wal.Length < 2 * WriteGate.ChangesBetweenCheckpoints * 3 * 4096L, $"{wal.Length} bytes wait in the log.");
        Assert.True(new FileInfo(Town.File.Path).Length > 100_000);
    }

    private Task SetAsync(string name, string value) => Town.DoAsync(async (PostMoneyDb db) =>
    {
        await using var change = await db.BeginChangeAsync(default);
        await new NodeSettings(db).SetAsync(name, value, default);
        await change.SaveAsync(default);
    });

    private Task<string?> FindAsync(string name) => Town.AskAsync((NodeSettings settings) => settings.FindAsync(name, default));
}
