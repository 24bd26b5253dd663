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
}
