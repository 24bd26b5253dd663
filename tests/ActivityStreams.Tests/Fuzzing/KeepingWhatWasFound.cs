using System.Text;
using PostMoney.ActivityStreams.Discovery;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.JsonLd;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Rdf;
using PostMoney.ActivityStreams.Tests.Http.Fetching;
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

    // The platform's address has a host there, and threw when it was asked for the host's name on the wire.
    [Fact]
    public void A_host_of_letters_that_no_host_can_have_is_refused()
    {
        foreach (var host in new[] { "l\ud800", "xn--\uFFFD" })
        {
            Assert.False(AcctUri.TryParseHandle("fi@" + host, out _));
            Assert.False(WebId.TryParse($"https://{host}/", out _));
            Assert.Equal(FetchProblem.Address, FetchPolicy.Default.Judge(new Uri($"https://{host}/")));
        }
    }

    [Fact]
    public async Task A_redirect_to_such_a_host_is_not_followed()
    {
        await using var server = OtherServer.Saying(_ => OtherServer.Answer("302 Found", "Location: http://xn--%EF%BF%BD/\r\n"));
        using var client = new GuardedClient(FetchPolicy.OfLoopback, TimeProvider.System, "test");

        var result = await client.GetAsync(server.At("/"), ActivityMediaType.Accept, ct: TestContext.Current.CancellationToken);

        Assert.Equal(FetchProblem.Redirect, Assert.IsType<FetchResult.Failed>(result).Problem);
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

    // The canonical form repeated a long id in each of its lines: a gigabyte for less than a mebibyte.
    [Fact]
    public void A_long_id_with_many_properties_has_no_canonical_form()
    {
        var names = string.Join(',', Enumerable.Range(0, 9_000).Select(at => $"\"{at}\""));
        var document = ProofForge.Element(
            $"{{\"@context\":\"https://www.w3.org/ns/activitystreams\",\"id\":\"https://p.test/{new string('a', 500_000)}\",\"name\":[{names}]}}");
        Assert.True(JsonLdProcessor.TryToRdf(document, JsonLdOptions.Default, out var quads, out _));
        var isCanonical = true;
        var cost = Cost.Of(() => isCanonical = RdfCanonicalization.TryCanonicalize(quads, out _));

        Assert.Equal(9_000, quads.Count);
        Assert.False(isCanonical);
        Assert.False(cost.IsTooHigh, cost.ToString());
    }
}
