using System.Security.Cryptography;
using System.Text.Json;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Instances;
using PostMoney.Fairness.Intervals;
using PostMoney.Fairness.Slots;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Fairness.Tests;

/// <summary>Rounds of a hundred and of ten thousand needs whose best answers others computed.</summary>
public sealed class Anchors
{
    private static readonly byte[] _seed = SHA256.HashData("alloc-bench/1 seed 0"u8);

    [Theory]
    [InlineData("childcare")]
    [InlineData("compute")]
    public void Largest_fill_and_most_even_access_are_reached_exactly(string scenario)
    {
        foreach (var (file, anchor) in Instances(scenario))
        {
            var instance = BenchInstance.Read(file);
            var problem = CompileInstance.Run(instance);
            var access = CompileInstance.AccessIn(instance, problem);
            var order = new LeastAccessFirst(access, null, Tickets.PlacesOfPeople(_seed, problem.People), instance.UnitOfAccess);

            var figures = Figures.Of(problem, AllocateSlots.Run(problem, order), access, instance.UnitOfAccess);

            var optimum = anchor.GetProperty("optimum");
            Assert.Equal(anchor.GetProperty("options").GetInt32(), problem.OptionCount);
            Assert.Equal(optimum.GetProperty("maxFill").GetInt64(), figures.Fill);
            Assert.Equal(optimum.GetProperty("leximinHash").GetString(), figures.LeximinHash);
            Assert.Equal(optimum.GetProperty("leximinSumSq").GetString(), figures.SumOfSquares.ToString(null, null));
        }
    }

    // Hundredths of a percent of the largest fill that anybody has found, which ten thousand needs reach at least; a hundred are too few for a share.
    [Theory]
    [InlineData("tools", 9950)]
    [InlineData("transport", 9700)]
    [InlineData("rooms", 9700)]
    public void In_lottery_order_as_many_are_served_as_ordered_repair_serves(string scenario, int share)
    {
        foreach (var (file, anchor) in Instances(scenario))
        {
            var problem = CompileInstance.Run(BenchInstance.Read(file));
            var places = Tickets.Places(_seed, problem.Needs);

            var allocation = AllocateIntervals.Run(problem, new NeedLottery(problem, places), Contention.AskedIn(problem), places);

            var repaired = anchor.GetProperty("baselines").GetProperty("rep3x32").GetProperty("fill").GetInt32();
            Assert.Equal(anchor.GetProperty("options").GetInt32(), problem.OptionCount);
            var optimum = anchor.GetProperty("optimum");
            var (known, most) = (optimum.GetProperty("maxFillLower").GetInt32(), optimum.GetProperty("maxFillUpper").GetInt32());
            Assert.InRange(allocation.Fill, repaired - (repaired / 500), most);
            Assert.InRange(allocation.Fill, anchor.GetProperty("size").GetInt32() < 10_000 ? 0 : (known * share / 10_000) + 1, most);
            AssertKeepsCapacity(problem, allocation);
        }
    }

    private static void AssertKeepsCapacity(AllocationProblem problem, Allocation allocation)
    {
        var load = new int[problem.Cells.Count];
        foreach (var given in allocation.Given)
        {
            for (var cell = given.Cell; cell < given.Cell + given.Length; cell++)
            {
                Assert.InRange(++load[cell], 1, problem.CapacityOf(cell));
            }
        }
    }

    private static IEnumerable<(string File, JsonElement Anchor)> Instances(string scenario)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(TestData.Find("allocation/anchors.json")));
        return [..
            from anchor in json.RootElement.GetProperty("instances").EnumerateArray()
            where anchor.GetProperty("scenario").GetString() == scenario && anchor.GetProperty("file").ValueKind == JsonValueKind.String
            select (TestData.Find($"allocation/{anchor.GetProperty("file").GetString()}"), anchor.Clone())];
    }
}
