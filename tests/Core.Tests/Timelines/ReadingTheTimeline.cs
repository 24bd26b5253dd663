using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Timelines;

public sealed class ReadingTheTimeline : InTown
{
    [Fact]
    public async Task Goes_from_the_newest_to_the_oldest_page_by_page()
    {
        var published = new List<Guid>();
        for (var i = 0; i < CommunityTimeline.PageSize + 3; i++)
        {
            published.Add(await Town.OfferAsync(Town.Amina, Town.LadderToLend($"Ladder {i}")));
        }

        var first = await PageAsync(Town.Chen, null);
        var second = await PageAsync(Town.Chen, first.Before);

        published.Reverse();
        Assert.Equal(published, first.Cards.Concat(second.Cards).Select(card => card.Id));
        Assert.Equal(3, second.Cards.Count);
        Assert.Null(second.Before);
    }

    [Fact]
    public async Task Shows_kinds_and_topics_apart()
    {
        var offer = await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        var need = await Town.NeedAsync(Town.Chen, Town.LadderWanted());

        Assert.Equal([offer], (await PageAsync(Town.Ewa, null, new TimelineFilter(ItemKind.Offer))).Cards.Select(card => card.Id));
        Assert.Equal([need], (await PageAsync(Town.Ewa, null, new TimelineFilter(ItemKind.Need))).Cards.Select(card => card.Id));
        Assert.Empty((await PageAsync(Town.Ewa, null, new TimelineFilter(Topic: "room"))).Cards);
        Assert.Equal([true, false], (await PageAsync(Town.Chen, null)).Cards.Select(card => card.IsMine));
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("member")]
    [InlineData("steward")]
    public async Task Reads_along_the_index_of_open_items_and_sorts_nothing(string role)
    {
        var last = await Town.OfferAsync(Town.Amina, Town.LadderToLend());
        var who = role switch { "stranger" => Town.Zoe, "member" => Town.Chen, _ => Town.Dora };

        using var heard = new Heard(Town.File.ConnectionString);
        await PageAsync(who, null);
        await PageAsync(who, last);

        Assert.Equal(2, heard.Plans.Count(plan => plan.Any(step => step.Contains("items_newest", StringComparison.Ordinal))));
        Assert.All(heard.Plans, plan => Assert.DoesNotContain(plan, step =>
            step.Contains("TEMP B-TREE", StringComparison.Ordinal)
            || (step.StartsWith("SCAN", StringComparison.Ordinal) && !IsAlongTheIndex(step) && !IsListOfTheQuestion(step))));
    }

    private static bool IsAlongTheIndex(string step) => step.Contains("items_newest", StringComparison.Ordinal);

    // Ids that came with the question (json_each), a few of them, read once.
    private static bool IsListOfTheQuestion(string step) => step.Contains("VIRTUAL TABLE", StringComparison.Ordinal);

    private Task<TimelinePage> PageAsync(Person who, Guid? before, TimelineFilter? filter = null) => Town.AsAsync(who,
        (Viewer viewer, CommunityTimeline timeline) => timeline.PageAsync(viewer, filter ?? new TimelineFilter(), before, default));

    /// <summary>Listens to the queries on one database and asks SQLite how it means to answer them.</summary>
    private sealed class Heard : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _connectionString;
        private readonly List<IDisposable> _subscriptions = [];

        public Heard(string connectionString)
        {
            _connectionString = connectionString;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<IReadOnlyList<string>> Plans { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name
                && value.Value is CommandEventData { Command: { } command }
                && command.Connection!.ConnectionString == _connectionString
                && command.CommandText.Contains("\"items\"", StringComparison.Ordinal))
            {
                Plans.Add(PlanOf(command));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

        private List<string> PlanOf(DbCommand heard)
        {
            using var connection = new SqliteConnection(_connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + heard.CommandText;
            foreach (DbParameter parameter in heard.Parameters)
            {
                command.Parameters.AddWithValue(parameter.ParameterName, parameter.Value);
            }

            using var reader = command.ExecuteReader();
            var steps = new List<string>();
            while (reader.Read())
            {
                steps.Add(reader.GetString(3));
            }

            return steps;
        }
    }
}
