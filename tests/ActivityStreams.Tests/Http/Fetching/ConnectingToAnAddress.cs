using System.Net;
using System.Text.Json;
using PostMoney.ActivityStreams.Http.Fetching;
using Xunit;
using TestData = PostMoney.Fixtures.TestData;

namespace PostMoney.ActivityStreams.Tests.Http.Fetching;

public sealed class ConnectingToAnAddress(ITestOutputHelper output)
{
    // F-09, and every way of writing IPv4 inside IPv6.
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:808:808::1")]
    [InlineData("2001:0:7f00:1::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2001:20::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("100::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Refuses_what_is_not_public(string address) => Assert.False(AddressRule.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("2a00:1450:4001::1")]
    public void Allows_what_is(string address) => Assert.True(AddressRule.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Sends_nothing_to_any_address_of_the_published_lists()
    {
        var urls = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(TestData.Find("url"), "ssrf-urls.json"), TestContext.Current.CancellationToken))
            .EnumerateArray().Select(one => one.GetProperty("url").GetString()!).ToList();
        var outcomes = new Dictionary<string, int>();

        // Scheme and port are let through, so that the addresses themselves are judged; every name leads to this machine.
        var policy = new FetchPolicy { AllowsPlainHttp = true, AllowsAnyPort = true, Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.IPv6Loopback]) };
        using var client = new GuardedClient(policy, TimeProvider.System, "test");
        foreach (var url in urls)
        {
            var outcome = !Uri.TryCreate(url, UriKind.Absolute, out var address)
                ? "no address"
                : Assert.IsType<FetchResult.Failed>(await client.GetAsync(address, "*/*", ct: TestContext.Current.CancellationToken)).Problem.Code;
            Assert.Contains(outcome, new[] { "no address", "fetch.address", "ssrf.block" });
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        Assert.Equal(186, urls.Count);
        Assert.True(outcomes["ssrf.block"] > 120);
        output.WriteLine($"SSRF list: {urls.Count} addresses: " + string.Join(", ", outcomes.Select(one => $"{one.Value} {one.Key}")));
    }

    // F-14
    [Theory]
    [InlineData("http://p.test/inbox", "fetch.address")]
    [InlineData("ftp://p.test/", "fetch.address")]
    [InlineData("file:///etc/passwd", "fetch.address")]
    [InlineData("https://chen@p.test/", "fetch.address")]
    [InlineData("https://xn--\uFFFD/", "fetch.address")]
    [InlineData("https://bücher.test/", null)]
    [InlineData("https://p.test:22/", "fetch.port")]
    [InlineData("https://p.test:0/", "fetch.port")]
    [InlineData("https://p.test:80/", "fetch.port")]
    [InlineData("https://p.test:8443/", null)]
    [InlineData("https://p.test/", null)]
    public void Takes_https_and_the_ports_that_are_allowed(string address, string? expected) =>
        Assert.Equal(expected, new FetchPolicy { MorePorts = new HashSet<int> { 8443 } }.Judge(new Uri(address))?.Code);

    [Theory]
    [InlineData("127.0.0.1", "ssrf.block")]
    [InlineData("10.0.0.1", "ssrf.block")]
    [InlineData("::ffff:10.0.0.1", "ssrf.block")]
    [InlineData("8.8.8.8", "ssrf.block")]
    public async Task Judges_what_a_name_leads_to_and_its_own_addresses(string address, string expected)
    {
        var policy = new FetchPolicy
        {
            OwnAddresses = new HashSet<IPAddress> { IPAddress.Parse("8.8.8.8") },
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]),
        };
        using var client = new GuardedClient(policy, TimeProvider.System, "test");
        var fetched = await client.GetAsync(new Uri("https://p.test/"), "*/*", ct: TestContext.Current.CancellationToken);
        var delivered = await client.DeliverAsync(new Uri("https://p.test/inbox"), default, _ => [], TestContext.Current.CancellationToken);

        Assert.Equal(expected, Assert.IsType<FetchResult.Failed>(fetched).Problem.Code);
        Assert.Equal(expected, Assert.IsType<DeliveryResult.Refused>(delivered).Problem!.Code);
    }

    // F-14: the rules of a test let nobody out.
    [Fact]
    public async Task Reaches_nothing_but_this_machine_by_the_rules_of_a_test()
    {
        using var client = new GuardedClient(FetchPolicy.OfLoopback, TimeProvider.System, "test");
        var fetched = await client.GetAsync(new Uri("http://8.8.8.8/"), "*/*", ct: TestContext.Current.CancellationToken);

        Assert.Equal(FetchProblem.Blocked, Assert.IsType<FetchResult.Failed>(fetched).Problem);
    }
}
