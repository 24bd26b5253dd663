using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.History;
using PostMoney.Fairness.Slots;
using PostMoney.Fairness.Tests.Independent;

namespace PostMoney.Fairness.Tests.Rounds;

/// <summary>
/// A year of weekly rounds. 200 people, of whom 20 join in week 27. Four in five ask lightly: one need in a week with a chance that
/// is theirs for the year, 30 to 90 of 100. One in five asks heavily: one, two or three needs every week. There are 12 slot classes a week,
/// of which four are sought three times as often; a need names one class and by chance one or two more. There is room for 60 of 100 needs
/// that are expected, the same every week and evenly spread over the classes. A need that was not served asks again for two weeks more.
/// </summary>
internal sealed class Year(
    string seed, Func<Year, AllocationProblem, byte[], ClaimOrder> policy, AccessDecay? decay, Func<IEnumerable<long>, long> accessOfNewcomer)
{
    public const int Weeks = 52;
    public const int People = 200;

    private const int Classes = 12;
    private const int Joining = 20;
    private const int JoinWeek = 26;
    private const int NewFor = 8;
    private const int AsksFor = 3;
    private const int MostWaited = 8;

    private readonly Dice _dice = new(seed);
    private readonly int[] _chance = new int[People];
    private readonly long[] _access = new long[People];
    private readonly int[] _asked = new int[People];
    private readonly int[] _served = new int[People];
    private readonly int[] _servedWhileNew = new int[People];
    private readonly List<Open> _open = [];
    private readonly int[] _waited = new int[People];
    private long _weeksWaited;

    /// <summary>Fading access of a person of the problem.</summary>
    public long AccessOf(string person) => _access[Number(person)];

    /// <summary>1, and 1 more for each round in which the person asked and got nothing, up to 8 in all.</summary>
    public int WeightOf(string person) => Math.Min(MostWaited, 1 + _waited[Number(person)]);

    public YearFigures Run()
    {
        for (var person = 0; person < People; person++)
        {
            // Of joiners as of others one in five asks heavily.
            _chance[person] = person % 5 == 0 ? 0 : _dice.Between(20, 100);
        }

        for (var week = 0; week < Weeks; week++)
        {
            Begin(week);
            Ask(week);
            Share(week);
        }

        return Figures();
    }

    private void Begin(int week)
    {
        for (var person = 0; decay is not null && person < People; person++)
        {
            _access[person] = decay.After(_access[person], 1);
        }

        if (week == JoinWeek)
        {
            var middle = accessOfNewcomer(_access[Joining..]);
            Array.Fill(_access, middle, 0, Joining);
        }
    }

    private void Ask(int week)
    {
        for (var person = week < JoinWeek ? Joining : 0; person < People; person++)
        {
            var needs = _chance[person] == 0 ? _dice.Between(1, 3) : _dice.IsLucky(_chance[person]) ? 1 : 0;
            for (; needs > 0; needs--)
            {
                _open.Add(new Open(string.Create(CultureInfo.InvariantCulture, $"need-{week:00}-{_open.Count}-{person}"), person, week, ClassesOf()));
                _asked[person]++;
            }
        }
    }

    private int[] ClassesOf()
    {
        var named = new SortedSet<int>();
        for (var count = _dice.Between(1, 3); count > 0; count--)
        {
            named.Add(_dice.Below(20) is var at && at < Classes ? at % 4 : 4 + ((at - Classes) % 8));
        }

        return [.. named];
    }

    private void Share(int week)
    {
        var builder = new ProblemBuilder();
        foreach (var person in _open.Select(need => need.Person).Distinct())
        {
            builder.AddPerson(Name(person));
        }

        // 160 people with 0.6 and 40 with 2 needs a week ask for 176; six in ten of that are 106, in twelve classes.
        for (var slot = 0; slot < Classes; slot++)
        {
            builder.AddOffer(string.Create(CultureInfo.InvariantCulture, $"slot-{slot:00}"), [slot < 10 ? 9 : 8]);
        }

        foreach (var need in _open)
        {
            builder.AddNeed(need.Id, Name(need.Person), (0, 3), NeedSize.One, need.Classes.Select(slot => new Option(slot, 0)));
        }

        var problem = builder.Build();
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {week}")));
        var allocation = AllocateSlots.Run(problem, policy(this, problem, bytes));
        for (var person = 0; person < problem.People.Count; person++)
        {
            Note(Number(problem.People[person]), allocation.Served[person], week);
        }

        var served = allocation.Given.Select(given => problem.Needs[given.Need]).ToHashSet();
        _weeksWaited += _open.Where(need => served.Contains(need.Id)).Sum(need => week - need.Week);
        _open.RemoveAll(need => served.Contains(need.Id) || week - need.Week >= AsksFor - 1);
    }

    private void Note(int person, int units, int week)
    {
        _served[person] += units;
        _access[person] += 1000L * units;
        _waited[person] = units > 0 ? 0 : _waited[person] + 1;
        _servedWhileNew[person] += week is >= JoinWeek and < JoinWeek + NewFor ? units : 0;
    }

    private YearFigures Figures()
    {
        double Rate(IEnumerable<int> people) => (double)people.Sum(person => _served[person]) / people.Sum(person => _asked[person]);
        var old = Enumerable.Range(Joining, People - Joining).ToArray();
        return new YearFigures(
            Rate(Enumerable.Range(0, People)),
            (double)_weeksWaited / _served.Sum(),
            Gini([.. old.Select(person => (double)_served[person])]),
            Enumerable.Range(0, People).Min(person => Rate([person])),
            Rate(old.Where(person => _chance[person] > 0)),
            Rate(old.Where(person => _chance[person] == 0)),
            _servedWhileNew[..Joining].Average() / _servedWhileNew[Joining..].Average());
    }

    private static double Gini(double[] amounts)
    {
        Array.Sort(amounts);
        var weighted = amounts.Select((amount, at) => amount * ((2 * (at + 1)) - amounts.Length - 1)).Sum();
        return weighted / (amounts.Length * amounts.Sum());
    }

    private static string Name(int person) => string.Create(CultureInfo.InvariantCulture, $"person-{person:000}");

    private static int Number(string person) => int.Parse(person.AsSpan("person-".Length), CultureInfo.InvariantCulture);

    private sealed record Open(string Id, int Person, int Week, int[] Classes);
}

/// <summary>How a year went; rates are served of asked, waiting is in weeks, the last is joiners' uses against others' in their first eight weeks.</summary>
internal sealed record YearFigures(
    double Fill, double Waiting, double Gini, double WorstRate, double LightRate, double HeavyRate, double NewcomerRatio);
