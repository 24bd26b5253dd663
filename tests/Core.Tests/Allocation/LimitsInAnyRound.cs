using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>Quotas and cooldown, counted again by a ledger that shares no code with the draw.</summary>
public sealed class LimitsInAnyRound
{
    [Fact]
    public void Nobody_is_given_more_than_the_quota_of_a_person()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var (quota, days) = (plan.Policy.Parameters[SharedParameters.QuotaPerPerson], plan.Policy.Parameters[SharedParameters.QuotaPeriodDays]);
            foreach (var charged in Granted(plan).GroupBy(need => (need.Person, Day(need) / Math.Max(days, 1) * Math.Sign(days))))
            {
                Assert.True(quota == 0 || charged.All(need => need.UsesSoFar < quota));
                Assert.True(quota == 0 || charged.Min(need => need.UsesSoFar) + charged.Count() <= quota);
            }
        });
    }

    [Fact]
    public void No_node_is_given_more_than_its_quota()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var (each, foreign) = (plan.Policy.Parameters[SharedParameters.QuotaPerNode], plan.Policy.Parameters[SharedParameters.QuotaForeign]);
            var nodes = Granted(plan).Select(need => plan.People.Single(person => person.Id == need.Person).Node).ToList();
            var before = plan.Nodes.Single().UsesSoFar;

            Assert.True(each == 0 || nodes.GroupBy(node => node).All(node => node.Count() + (node.Key == Elsewhere ? before : 0) <= each));
            Assert.True(foreign == 0 || nodes.All(node => node == Home) || nodes.Count(node => node != Home) + before <= foreign);
        });
    }

    [Fact]
    public void Nobody_is_given_two_uses_without_the_pause_between()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var pause = TimeSpan.FromHours(plan.Policy.Parameters[SharedParameters.CooldownHours]);
            foreach (var own in Granted(plan).GroupBy(need => need.Person).Where(_ => pause > TimeSpan.Zero))
            {
                var uses = own.Select(need => WindowOf(plan, need)).OrderBy(window => window.From).ToList();
                Assert.All(uses.Zip(uses.Skip(1)), pair => Assert.True(pair.First.To + pause <= pair.Second.From));
                Assert.All(own, need => Assert.True(need.LastUseEnd is not { } end || end + pause <= WindowOf(plan, need).From));
            }
        });
    }

    [Fact]
    public void Whoever_is_cut_by_a_rule_has_really_reached_it()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var result = Draw(plan.Input);
            foreach (var line in result.Refused.Where(line => line.Reason == Reason.PersonQuota))
            {
                var explanation = result.Explain(line.Need);
                Assert.True(explanation.Quota > 0 && explanation.Used >= explanation.Quota);
            }

            Assert.All(
                result.Refused.Where(line => line.Reason == Reason.ForeignQuota),
                line => Assert.NotEqual(Home, PersonOf(plan, line.Need).Node));
            Assert.All(
                result.Refused.Where(line => line.Reason == Reason.Cooldown),
                _ => Assert.True(plan.Policy.Cooldown > TimeSpan.Zero));
        });
    }

    private static IEnumerable<RoundNeed> Granted(Plan plan)
    {
        var granted = Draw(plan.Input).Allotted.Select(line => line.Need).ToHashSet();
        return plan.Needs.Where(need => granted.Contains(need.Id));
    }

    private static Window WindowOf(Plan plan, RoundNeed need) => Draw(plan.Input).Allotted.Single(line => line.Need == need.Id).Window;

    private static RoundPerson PersonOf(Plan plan, string id) =>
        plan.People.Single(person => person.Id == plan.Needs.Single(need => need.Id == id).Person);

    private static int Day(RoundNeed need) => (int)(need.Window.From - DateTimeOffset.UnixEpoch).TotalDays;
}
