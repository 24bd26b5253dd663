using PostMoney.Core.Allocation.Policies;

namespace PostMoney.Core.Allocation.Rounds;

/// <summary>Adds up rehearsals of one policy on one list. Whole numbers only.</summary>
internal sealed class RehearsalTally
{
    private readonly RoundInput _input;
    private readonly Dictionary<string, string> _personOf;
    private readonly Dictionary<string, int> _given;
    private readonly int _asked;
    private int _rehearsals;
    private int _served;
    private int _people;
    private long _unserved;
    private long _waited;

    public RehearsalTally(RoundInput input)
    {
        _input = input;
        _personOf = input.Needs.ToDictionary(need => need.Id, need => need.Person, StringComparer.Ordinal);
        _given = input.People.ToDictionary(person => person.Id, _ => 0, StringComparer.Ordinal);
        ServedOf = input.People.ToDictionary(person => person.Id, _ => 0, StringComparer.Ordinal);
        _asked = input.Needs.Count(need => need.Offers.Count > 0 && !need.IsWithdrawn);
    }

    /// <summary>In how many rehearsals each person was given something.</summary>
    public Dictionary<string, int> ServedOf { get; }

    public void Add(RoundResult result)
    {
        _rehearsals++;
        _served += result.Allotted.Count;
        var served = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in result.Allotted)
        {
            _given[_personOf[line.Need]]++;
            served.Add(_personOf[line.Need]);
        }

        foreach (var person in served)
        {
            ServedOf[person]++;
        }

        _people += served.Count;
        var given = result.Allotted.Select(line => line.Need).ToHashSet(StringComparer.Ordinal);
        foreach (var need in _input.Needs.Where(need => !given.Contains(need.Id)))
        {
            _unserved++;
            _waited += need.RoundsWaited;
        }
    }

    public ComparedPolicy Of(AllocationPolicy policy) => new(
        policy.Name, policy.Version, policy.Kind, _asked,
        Tenths(_served, _rehearsals), Tenths(_people, _rehearsals), Spread(), Tenths(_waited, _unserved));

    /// <summary>Variance over people of what each was given on average, in hundredths of a use squared.</summary>
    private int Spread()
    {
        if (_given.Count == 0 || _rehearsals == 0)
        {
            return 0;
        }

        long sum = _given.Values.Sum(), squares = _given.Values.Sum(given => (long)given * given), people = _given.Count;
        return (int)(100 * ((people * squares) - (sum * sum)) / (people * people * _rehearsals * _rehearsals));
    }

    private static int Tenths(long sum, long count) => count == 0 ? 0 : (int)(((10 * sum) + (count / 2)) / count);
}
