using System.Text.Json;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Slots;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Fairness.Tests.Rounds;

/// <summary>120 hours of a week for Ines, Jonas, Kira and the lab of another community, as the walk-through divides them.</summary>
public sealed class TheComputeCommons
{
    [Fact]
    public void Is_divided_so_that_whoever_has_least_has_most()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(TestData.Find("scenario-vectors.json")));
        foreach (var week in vectors.RootElement.GetProperty("maxmin").EnumerateArray())
        {
            var expected = Hours(week.GetProperty("expected"));

            Assert.Equal(expected, Divided(week, "a seed"u8));
            Assert.Equal(expected, Divided(week, "another"u8));
        }
    }

    private static SortedDictionary<string, int> Divided(JsonElement week, ReadOnlySpan<byte> seed)
    {
        var (demand, used) = (Hours(week.GetProperty("demand")), Hours(week.GetProperty("decayed_usage")));
        var builder = new ProblemBuilder();
        var hours = builder.AddOffer("gpu-a", [week.GetProperty("capacity").GetInt32()]);
        foreach (var (person, asked) in demand)
        {
            builder.AddPerson(person).AddNeed(
                person, person, (0, week.GetProperty("member_cap").GetInt32()), new NeedSize(1, asked, asked), [new Option(hours, 0)]);
        }

        var problem = builder.Build();
        var lab = problem.People.ToList().IndexOf("harbour-lab");
        var order = new LeastAccessFirst(
            [.. problem.People.Select(person => (long)used.GetValueOrDefault(person))],
            null,
            Tickets.PlacesOfPeople(System.Security.Cryptography.SHA256.HashData(seed), problem.People),
            unit: 1);
        var guests = new CommunityCaps(problem.People.Count).Add([lab], week.GetProperty("foreign_cap").GetInt32());
        var allocation = AllocateSlots.Run(problem, order, guests);
        return new(problem.People.Select((person, number) => (person, hours: allocation.Served[number])).ToDictionary(line => line.person, line => line.hours, StringComparer.Ordinal));
    }

    private static SortedDictionary<string, int> Hours(JsonElement people) =>
        new(people.EnumerateObject().ToDictionary(person => person.Name, person => person.Value.GetInt32(), StringComparer.Ordinal));
}
