using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using PostMoney.Benchmarks.Node;
using PostMoney.Core.Access;
using PostMoney.Core.Search;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Functions;

/// <summary>Search and timeline as Amina asks them, against the index alone.</summary>
public class SearchingItems
{
    private readonly string _directory = Directory.CreateTempSubdirectory("postmoney-searched-").FullName;
    private Town _town = null!;
    private Viewer _amina = null!;
    private SqliteConnection _connection = null!;

    [Params(1_000, 100_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public async Task SetUp()
    {
        _town = await PrepareNode.TownAsync(_directory, Items);
        _amina = await _town.ViewerAsync(_town.Amina);
        _connection = _town.File.Open();
    }

    [GlobalCleanup]
    public async Task CleanUp()
    {
        await _connection.DisposeAsync();
        await _town.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public int IndexAlone()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM search_index WHERE search_index MATCH '\"ladder\"*' ORDER BY rank LIMIT 21";
        using var reader = command.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            found++;
        }

        return found;
    }

    [Benchmark]
    public Task<SearchPage> CommonWord() => FindAsync("ladder");

    [Benchmark]
    public Task<SearchPage> OneItem() => FindAsync("no. 617");

    [Benchmark]
    public Task<TimelinePage> Timeline() =>
        _town.AskAsync((CommunityTimeline timeline) => timeline.PageAsync(_amina, new TimelineFilter(), null, default));

    private Task<SearchPage> FindAsync(string words) =>
        _town.AskAsync((SearchItems search) => search.FindAsync(_amina, new SearchQuestion(words), default));
}
