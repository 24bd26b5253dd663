using System.Text;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Tests.Proofs;
using Xunit;

namespace PostMoney.ActivityStreams.Tests.Fuzzing;

/// <summary>Inputs that once broke a promise, in their shortest form.</summary>
public sealed class KeepingWhatWasFound
{
    // Five hundred activities with a context each once cost more than 100 ms and 28 MiB, and then were refused.
    [Theory]
    [InlineData("\"https://www.w3.org/ns/activitystreams\"")]
    [InlineData("[\"https://www.w3.org/ns/activitystreams\",{\"toot\":\"http://joinmastodon.org/ns#\"}]")]
    public void A_collection_whose_items_repeat_their_context_costs_no_more_for_it(string context)
    {
        var items = new StringBuilder();
        for (var at = 0; at < 2_000; at++)
        {
            items.Append(at == 0 ? "" : ",").Append("{\"@context\":").Append(context).Append(",\"type\":\"Note\",\"content\":\"a saw\"}");
        }

        var document = ProofForge.Element($"[{items}]");
        var isExpanded = false;
        var cost = Cost.Of(() => isExpanded = JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out _, out _));

        Assert.True(isExpanded);
        Assert.InRange(cost.Bytes, 0, 8 * 1_048_576);
    }

    // Each address of the list defines hundreds of terms anew, in some 50 bytes.
    [Fact]
    public void A_context_that_names_one_address_a_thousand_times_is_given_up_early()
    {
        var addresses = string.Join(',', Enumerable.Repeat("\"https://www.w3.org/ns/activitystreams\"", 1_000));
        var document = ProofForge.Element($"{{\"@context\":[{addresses}],\"type\":\"Note\"}}");
        JsonLdProblem? problem = null;
        var cost = Cost.Of(() => JsonLdProcessor.TryExpand(document, JsonLdOptions.Default, out _, out problem));

        Assert.Equal(JsonLdProblem.TooMuchWork, problem);
        Assert.False(cost.IsTooHigh, cost.ToString());
    }
}
