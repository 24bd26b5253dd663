using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Explanations;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Foundation;
using PostMoney.Fairness.Claims;
using Xunit;
using static PostMoney.Core.Tests.Allocation.Town;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>Promises that hold whatever is asked for and offered.</summary>
public sealed class AnyRound
{
    [Fact]
    public void Is_drawn_the_same_twice()
    {
        Plan.Check(Plan.Any, plan => Assert.Equal(Write(plan.Input).Bytes, Write(plan.Input).Bytes));
    }

    [Fact]
    public void Does_not_depend_on_the_order_in_which_it_is_handed_over()
    {
        Plan.Check(Plan.AnyTwice, plans => Assert.Equal(Write(plans.Plan.Input).Bytes, Write(plans.Shuffled.Input).Bytes));
    }

    [Fact]
    public void Never_promises_a_unit_twice_at_one_time()
    {
        Plan.Check(Plan.Any, plan =>
        {
            foreach (var unit in Draw(plan.Input).Allotted.GroupBy(line => (line.Offer, line.Unit)))
            {
                var uses = unit.Select(line => line.Window).OrderBy(window => window.From).ToList();
                Assert.All(uses.Zip(uses.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
            }
        });
    }

    [Fact]
    public void Promises_only_what_is_free_and_fits()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var input = plan.Input;
            foreach (var line in Draw(input).Allotted)
            {
                var need = input.Needs.Single(candidate => candidate.Id == line.Need);
                var offer = input.Offers.Single(candidate => candidate.Id == line.Offer);
                Assert.False(need.IsWithdrawn);
                Assert.Contains(line.Offer, need.Offers);
                Assert.Contains(line.Window, need.Wishes.Select(wish => wish.Window));
                Assert.Contains(offer.Units[line.Unit - 1], free => free.Contains(line.Window));
            }
        });
    }

    [Fact]
    public void Gives_every_need_one_line_with_its_reason()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var result = Draw(plan.Input);

            Assert.Equal(plan.Needs.Select(need => need.Id).Order(StringComparer.Ordinal), result.Lines.Select(line => line.Need));
            Assert.Equal(result.Lines.Count, result.Allotted.Count + result.Waiting.Count + result.Refused.Count);
            Assert.Equal(Enumerable.Range(1, result.Waiting.Count), result.Waiting.Select(line => line.Place));
            Assert.All(result.Waiting, line => Assert.True(line.Reason.IsWaiting()));
            Assert.All(result.Refused, line => Assert.False(line.Reason.IsWaiting() || line.Reason == Reason.Allotted));
        });
    }

    [Fact]
    public void Explains_every_line_in_words_and_keeps_the_explanation()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var result = Draw(plan.Input);
            foreach (var line in result.Lines)
            {
                var explanation = result.Explain(line.Need);
                Assert.Equal(line.Reason, explanation.Reason);
                Assert.EndsWith(".", ExplanationWords.Of(explanation), StringComparison.Ordinal);
                Assert.Equal(explanation, Explanation.FromJson(explanation.ToJson()));
                Assert.Equal(line is RoundLine.Waiting, explanation.Band is not null);
            }
        });
    }

    [Fact]
    public void Tries_claims_in_the_order_of_their_keys()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var keys = Draw(plan.Input).Steps.Select(step => (step.Stage, step.Key)).ToList();

            // Along a tree the order is one of branches, which no key of a person tells.
            Assert.True(plan.Policy.Kind == "fair-share" || keys.Order().SequenceEqual(keys));
        });
    }

    [Fact]
    public void Leaves_no_unit_unused_that_somebody_waits_for()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var input = plan.Input;
            var result = Draw(input);
            foreach (var line in result.Waiting)
            {
                var need = input.Needs.Single(candidate => candidate.Id == line.Need);
                var wanted = need.Wishes.Select(wish => wish.Window).ToList();
                var open = input.Offers.Where(offer => need.Offers.Contains(offer.Id))
                    .SelectMany(offer => offer.Units.Select((free, index) => (offer.Id, Unit: index + 1, Free: free)))
                    .SelectMany(unit => wanted.Where(window => unit.Free.Any(free => free.Contains(window))).Select(window => (unit.Id, unit.Unit, Window: window)))
                    .Where(place => !IsTooClose(plan, result, need, place.Window))
                    .ToList();
                Assert.Equal(line.Reason == Reason.NoUnitFree, open.Count == 0);
                Assert.All(open, unit => Assert.Contains(
                    result.Allotted, use => use.Offer == unit.Id && use.Unit == unit.Unit && use.Window.Overlaps(unit.Window)));
            }
        });
    }

    [Fact]
    public void Never_revokes_what_was_granted()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var result = Draw(plan.Input);

            Assert.Equal(
                result.Steps.Where(step => step.Outcome == ClaimOutcome.Served).Select(step => step.Person).Order(StringComparer.Ordinal),
                result.Allotted.Select(line => PersonOf(plan, line.Need)).Order(StringComparer.Ordinal));
            Assert.All(result.Steps.GroupBy(step => (step.Person, step.Stage)), own =>
                Assert.All(own.SkipLast(1), step => Assert.Equal(ClaimOutcome.Served, step.Outcome)));
        });
    }

    [Fact]
    public void Changes_nothing_for_the_others_when_somebody_who_got_nothing_stays_away()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var all = Allocator.Run(plan.Input, Secret);
            var winners = all.Allotted.Select(line => PersonOf(plan, line.Need)).ToList();
            foreach (var loser in plan.People.Select(person => person.Id).Except(winners))
            {
                var without = plan with { Needs = [.. plan.Needs.Where(need => need.Person != loser)] };
                Assert.Equal(
                    winners.Order(StringComparer.Ordinal),
                    Allocator.Run(without.Input, Secret).Allotted.Select(line => PersonOf(plan, line.Need)).Order(StringComparer.Ordinal));
            }
        }, times: 60);
    }

    [Fact]
    public void Tells_nobody_anything_that_depends_on_who_the_others_are()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var result = Allocator.Run(plan.Input, Secret);
            var telling = plan.Needs.Select(need => result.Explain(need.Id)).Select(explanation => explanation.ToJson()).ToList();

            Assert.All(plan.People, person => Assert.DoesNotContain(telling, json => json.Contains(person.Id, StringComparison.Ordinal)));
            Assert.All(plan.Needs, need => Assert.DoesNotContain(telling, json => json.Contains(need.Id, StringComparison.Ordinal)));
            Assert.All(plan.Offers, offer => Assert.DoesNotContain(telling, json => json.Contains(offer.Id, StringComparison.Ordinal)));
        });
    }

    /// <summary>Guards the promises above: a generator that never reaches a rule would keep them all.</summary>
    [Fact]
    public void Reaches_every_outcome_and_both_kinds_of_round()
    {
        var reasons = new HashSet<Reason>();
        var kinds = new HashSet<bool>();

        Plan.Check(Plan.Any, plan =>
        {
            var result = Draw(plan.Input);
            reasons.UnionWith(result.Lines.Select(line => line.Reason));
            kinds.Add(plan.Input.Problem.Problem.IsSlotKind);
        });

        Assert.Equal(Enum.GetValues<Reason>(), reasons.Order());
        Assert.Equal(2, kinds.Count);
    }

    [Fact]
    public void Names_its_reasons_the_same_everywhere()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var result = Draw(plan.Input);
            Assert.All(result.Lines, line => Assert.Contains($"\"reason\":\"{line.Reason.CodeOf()}\"", result.Explain(line.Need).ToJson(), StringComparison.Ordinal));
        }, times: 50);
    }

    [Fact]
    public void Can_be_checked_from_its_transcript()
    {
        Plan.Check(Plan.Any, plan =>
        {
            var transcript = Write(plan.Input);

            var verified = Assert.IsType<Verification.Verified>(TranscriptVerifier.Verify(transcript.Bytes));
            Assert.Equal(transcript.Hash, verified.Summary.Hash);
            Assert.Equal(plan.Input.LockHash, verified.Summary.LockHash);
            Assert.Equal(transcript.Result.Allotted.Count, verified.Summary.Allotted);
        });
    }

    private static string PersonOf(Plan plan, string need) => plan.Needs.Single(candidate => candidate.Id == need).Person;

    // Written apart from the product's own rule.
    private static bool IsTooClose(Plan plan, RoundResult result, RoundNeed need, Window window)
    {
        var pause = plan.Policy.Cooldown;
        var wish = need.Wishes.First(candidate => candidate.Window == window);
        return pause > TimeSpan.Zero
            && (wish.LastUseEnd + pause > window.From
                || window.To + pause > wish.NextUseFrom
                || result.Allotted.Any(line => PersonOf(plan, line.Need) == need.Person
                    && line.Window.From < window.To + pause && window.From < line.Window.To + pause));
    }
}
