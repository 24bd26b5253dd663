using PostMoney.Core.Foundation;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Storage;

public sealed class NamingThings
{
    private readonly StoppedClock _clock = new();
    private readonly NodeIds _ids;

    public NamingThings() => _ids = new NodeIds(_clock, new SeededRandomness("ids"));

    [Fact]
    public void Gives_ids_of_version_seven_that_say_when()
    {
        for (var number = 0; number < 1_000; number++)
        {
            _clock.Pass(TimeSpan.FromMilliseconds(number % 3));
            var id = _ids.Next();

            Assert.Equal(7, id.Version);
            Assert.InRange(id.Variant, 8, 11);
            Assert.Equal(_clock.Now.ToUnixTimeMilliseconds(), Convert.ToInt64(id.ToString("N")[..12], 16));
        }
    }

    [Fact]
    public void Gives_them_in_the_order_of_their_making_within_one_millisecond_too()
    {
        var made = Enumerable.Range(0, 10_000).Select(_ => _ids.Next().ToString("D")).ToList();

        Assert.Equal(made.Distinct().Order(StringComparer.Ordinal), made);
    }

    [Fact]
    public void Gives_no_id_that_tells_the_next()
    {
        var steps = Enumerable.Range(0, 100).Select(_ => _ids.Next()).Select(id => Convert.ToUInt64(id.ToString("N")[16..], 16)).ToList();

        Assert.Equal(99, steps.Zip(steps.Skip(1), (one, next) => next - one).Distinct().Count());
    }

    [Fact]
    public void Begins_anew_where_the_clock_is_set_back()
    {
        var later = _ids.Next();
        _clock.Pass(TimeSpan.FromHours(-1));

        Assert.True(_ids.Next().CompareTo(later) < 0);
    }
}
