using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Slots;
using Xunit;

namespace PostMoney.Fairness.Tests.Rounds;

/// <summary>
/// A carer with three places a week, and four families a week in whose need is pressing: more than there is room for, for ever.
/// Amina's need is of the third class and stays.
/// </summary>
public sealed class Waiting
{
    private const int Places = 3;
    private const int Pressing = 4;
    private const int Weeks = 120;
    private const int AminasClass = 2;
    private const int AminasWeek = 10;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Is_over_within_the_rounds_that_were_promised(int ageing)
    {
        var (served, ahead) = ServedIn(ageing);

        // After two ageings she is in the first class, behind those alone who had come before her or with her.
        var bound = AminasWeek + (AminasClass * ageing) + (ahead / Places) + 1;

        Assert.InRange(served, AminasWeek, bound);
    }

    [Fact]
    public void Would_never_be_over_without_ageing()
    {
        Assert.Equal(int.MaxValue, ServedIn(0).Week);
    }

    private static (int Week, int Ahead) ServedIn(int ageing)
    {
        var waiting = new List<(string Id, int Class, int Week)>();
        var ahead = 0;
        for (var week = 0; week < Weeks; week++)
        {
            waiting.AddRange(Enumerable.Range(0, Pressing).Select(number => (Name(week, number), 0, week)));
            if (week == AminasWeek)
            {
                ahead = waiting.Count;
                waiting.Add(("Amina", AminasClass, week));
            }

            var served = Round(waiting, week, ageing);
            if (served.Contains("Amina"))
            {
                return (week, ahead);
            }

            waiting.RemoveAll(need => served.Contains(need.Id));
        }

        return (int.MaxValue, ahead);
    }

    private static HashSet<string> Round(List<(string Id, int Class, int Week)> waiting, int week, int ageing)
    {
        var builder = new ProblemBuilder();
        var carer = builder.AddOffer("carer", [Places]);
        foreach (var (id, _, _) in waiting)
        {
            builder.AddPerson(id).AddNeed(id, id, (0, 1), NeedSize.One, [new Option(carer, 0)]);
        }

        var problem = builder.Build();
        var facts = waiting.ToDictionary(need => need.Id);
        var tickets = Tickets.PlacesOfPeople(SHA256.HashData(Encoding.UTF8.GetBytes(Name(week, 0))), problem.People);
        var order = new ClassesFirst(
            [.. problem.People.Select(id => ClassesFirst.Aged(facts[id].Class, week - facts[id].Week, ageing))],
            new ByArrival(problem.People.Select(id => (IEnumerable<long>)[facts[id].Week]), tickets));
        return [.. AllocateSlots.Run(problem, order).Given.Select(given => problem.Needs[given.Need])];
    }

    private static string Name(int week, int number) => string.Create(CultureInfo.InvariantCulture, $"family-{week:000}-{number}");
}
