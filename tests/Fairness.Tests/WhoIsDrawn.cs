using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostMoney.Fairness.Claims;
using Xunit;

namespace PostMoney.Fairness.Tests;

/// <summary>Whether the lottery draws as often as its law says. Seeds are fixed, so a test either always passes or never does.</summary>
public sealed class WhoIsDrawn
{
    // χ² is below this but once in a million times: 23 degrees of freedom for the orders of four.
    private const double MostOfOrders = 71.2;
    private const int Draws = 60_000;

    private static readonly int[] _weights = [1, 2, 3, 4];
    private static readonly string[] _names = ["Amina", "Chen", "Dora", "Eli"];

    public static TheoryData<string> Kinds => ["tickets", "logarithm"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Follows_successive_sampling_in_every_order_of_four(string kind)
    {
        Assert.InRange(ChiSquare(Orders(kind, _weights)), 0, MostOfOrders);
    }

    [Fact]
    public void Is_the_same_law_by_tickets_and_by_logarithm()
    {
        var (first, second) = (Orders("tickets", _weights), Orders("logarithm", _weights));

        var chiSquare = Permutations([0, 1, 2, 3]).Select(Word).Sum(order =>
        {
            double a = first.GetValueOrDefault(order), b = second.GetValueOrDefault(order);
            return (a - b) * (a - b) / (a + b);
        });

        Assert.InRange(chiSquare, 0, MostOfOrders);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_the_same_law_when_all_weights_are_twice_as_heavy(string kind)
    {
        Assert.InRange(ChiSquare(Orders(kind, [2, 4, 6, 8])), 0, MostOfOrders);
    }

    // First place is in proportion to weight; being one of two is not, and members are told so.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gives_first_place_by_weight_and_one_of_two_places_by_less(string kind)
    {
        var counts = Orders(kind, _weights);
        double[] first = [.1, .2, .3, .4], oneOfTwo = [.235, .441, .608, .716];
        for (var person = 0; person < 4; person++)
        {
            var name = Word([person]);
            Assert.InRange(counts.Where(order => order.Key.StartsWith(name, StringComparison.Ordinal)).Sum(order => order.Value) / (double)Draws, first[person] - .01, first[person] + .01);
            Assert.InRange(counts.Where(order => order.Key[..2].Contains(name, StringComparison.Ordinal)).Sum(order => order.Value) / (double)Draws, oneOfTwo[person] - .01, oneOfTwo[person] + .01);
        }
    }

    // A test that cannot fail proves nothing: a lottery that is wrong by a little is noticed.
    [Fact]
    public void Would_be_noticed_if_the_weights_were_not_kept()
    {
        Assert.InRange(ChiSquare(Orders("tickets", [1, 2, 3, 5])), MostOfOrders * 3, double.MaxValue);
    }

    [Fact]
    public void Leaves_the_order_of_the_others_alone_when_the_winner_leaves()
    {
        for (var draw = 0; draw < 200; draw++)
        {
            var names = Enumerable.Range(0, 12).Select(number => string.Create(CultureInfo.InvariantCulture, $"person-{number}")).ToArray();
            var order = Drawn("tickets", Seed(draw), names, [.. names.Select((_, at) => 1 + (at % 8))]);
            var (winner, rest) = (order[0], order[1..]);
            var others = names.Select((name, at) => (name, Weight: 1 + (at % 8))).Where((_, at) => at != winner).ToArray();

            var again = Drawn("tickets", Seed(draw), [.. others.Select(other => other.name)], [.. others.Select(other => other.Weight)]);

            Assert.Equal(rest.Select(person => names[person]), again.Select(person => others[person].name));
        }
    }

    private static double ChiSquare(Dictionary<string, int> counts) => Permutations([0, 1, 2, 3]).Sum(order =>
    {
        var expected = Draws * Probability(order);
        var off = counts.GetValueOrDefault(Word(order)) - expected;
        return off * off / expected;
    });

    private static Dictionary<string, int> Orders(string kind, int[] weights)
    {
        var counts = new Dictionary<string, int>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var word = Word(Drawn(kind, Seed(draw), _names, weights));
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts;
    }

    private static int[] Drawn(string kind, byte[] seed, string[] names, int[] weights)
    {
        var lottery = kind == "tickets" ? PersonLottery.ByTickets(seed, names, weights) : PersonLottery.ByLogarithm(seed, names, weights);
        return [.. Enumerable.Range(0, names.Length).OrderBy(person => lottery.KeyOf(person, 0))];
    }

    private static byte[] Seed(int draw) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"draw {draw}")));

    private static double Probability(int[] order)
    {
        var (probability, left) = (1.0, _weights.Sum());
        foreach (var person in order)
        {
            probability *= (double)_weights[person] / left;
            left -= _weights[person];
        }

        return probability;
    }

    private static string Word(int[] order) => string.Concat(order.Select(person => (char)('a' + person)));

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
