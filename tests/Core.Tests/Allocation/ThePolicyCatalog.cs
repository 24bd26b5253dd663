using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using Xunit;

namespace PostMoney.Core.Tests.Allocation;

public sealed class ThePolicyCatalog
{
    private static readonly PolicyName _name = new("tools", 3);

    [Fact]
    public void Describes_every_kind_for_people()
    {
        Assert.Equal([
            "weighted-lottery", "least-used-first", "needs-first", "needs-then-access", "max-min", "round-robin", "first-come", "need-lottery", "cohorts", "fair-share",
        ], PolicyCatalog.Kinds.Select(kind => kind.Kind));
        Assert.All(PolicyCatalog.Kinds, kind =>
        {
            Assert.NotEmpty(kind.Title);
            Assert.NotEmpty(kind.Words);
            Assert.Equal(kind.Kind, kind.Create(_name, new Dictionary<string, long>()).Value.Kind);
            Assert.All(kind.Parameters, parameter => Assert.InRange(parameter.Default, parameter.Min, parameter.Max));
        });
    }

    [Fact]
    public void Takes_every_parameter_at_its_bounds_and_nothing_beyond()
    {
        foreach (var (kind, parameter) in PolicyCatalog.Kinds.SelectMany(kind => kind.Parameters.Select(parameter => (kind, parameter))))
        {
            Assert.Equal(parameter.Max, Create(parameter.Max).Value.Parameters[parameter.Name]);
            Assert.Equal(parameter.Min, Create(parameter.Min).Value.Parameters[parameter.Name]);
            Assert.Equal(("round.policy-bounds", parameter.Name), (Create(parameter.Max + 1L).Refusal.Code, Create(parameter.Min - 1L).Refusal.Field));

            Foundation.Result<AllocationPolicy> Create(long value) =>
                PolicyCatalog.Create(kind.Kind, _name, new Dictionary<string, long> { [parameter.Name] = value });
        }
    }

    [Fact]
    public void Refuses_what_it_does_not_know()
    {
        var none = new Dictionary<string, long>();

        Assert.Equal(RoundRefusals.UnknownPolicy, PolicyCatalog.Create("highest-bidder", _name, none).Refusal);
        Assert.Equal(RoundRefusals.PolicyUnnamed, PolicyCatalog.Create("weighted-lottery", new PolicyName("tools", 0), none).Refusal);
        Assert.Equal(RoundRefusals.PolicyUnnamed, PolicyCatalog.Create("weighted-lottery", new PolicyName("my tools", 1), none).Refusal);
        Assert.Equal(
            ("round.policy-parameter", "price"),
            PolicyCatalog.Create("weighted-lottery", _name, new Dictionary<string, long> { ["price"] = 1 }).Refusal is var refusal
                ? (refusal.Code, refusal.Field) : default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"moves\":1.5}")]
    [InlineData("{\"moves\":\"1\"}")]
    [InlineData("{\"moves\":1,\"moves\":2}")]
    [InlineData("{\"moves\":99999999999999999999}")]
    public void Refuses_parameters_that_are_not_whole_numbers(string json)
    {
        Assert.Equal(RoundRefusals.ParametersUnreadable, PolicyCatalog.Read("weighted-lottery", _name, json).Refusal);
    }

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        var policy = Town.Lottery((SharedParameters.CooldownHours, 168), ("urgentFactor", 3));

        var read = PolicyCatalog.Read(policy.Kind, _name, policy.Parameters.ToJson()).Value;

        Assert.Equal(policy.Hash, read.Hash);
        Assert.Equal(
            "{\"cooldownHours\":168,\"moves\":3,\"quotaForeign\":0,\"quotaPerNode\":0,\"quotaPerPerson\":3,\"quotaPeriodDays\":30,\"urgentFactor\":3}",
            read.Parameters.ToJson());
    }

    [Fact]
    public void Gives_another_hash_to_another_policy()
    {
        string[] hashes =
        [
            Town.Lottery().Hash,
            Town.Lottery((SharedParameters.Moves, 0)).Hash,
            Town.NeedsFirst().Hash,
            PolicyCatalog.Create("weighted-lottery", new PolicyName("tools", 4), new Dictionary<string, long>()).Value.Hash,
            PolicyCatalog.Create("weighted-lottery", new PolicyName("rooms", 3), new Dictionary<string, long>()).Value.Hash,
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }
}
