using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Fairness.Tests;

public sealed class TheLottery
{
    private static readonly byte[] _seed = SHA256.HashData("alloc-bench/1 seed 0"u8);

    [Theory]
    [InlineData("a", 0, "16a60dfbcb91be209c0b17a204d484d8cb1c54cb29d3b85fc540f2884c29835f")]
    [InlineData("a", 1, "30ff08c32002b9aef5f9b3935b67f9d16569cdec0e2cc9b791ccfc90f0c9bcaa")]
    [InlineData("a", 63, "0082a8bbe87134c0adf13290a38cdeed50e325398b1935ead3dc01638174aa40")]
    public void Draws_the_tickets_of_its_definition(string id, uint number, string expected)
    {
        Assert.Equal(expected, Convert.ToHexStringLower(Lottery.Ticket(_seed, id, number)));
    }

    [Fact]
    public void Agrees_with_every_shared_vector()
    {
        var vectors = JsonDocument.Parse(File.ReadAllBytes(TestData.Find("allocation/golden/lottery-vectors.json"))).RootElement;
        var seed = Convert.FromHexString(vectors.GetProperty("seed").GetString()!);

        foreach (var ticket in vectors.GetProperty("tickets").EnumerateArray())
        {
            Assert.Equal(Text(ticket, "digest"),
                Convert.ToHexStringLower(Lottery.Ticket(seed, Text(ticket, "id"), ticket.GetProperty("j").GetUInt32())));
        }

        foreach (var key in vectors.GetProperty("tkeys").EnumerateArray())
        {
            Assert.Equal(Text(key, "key"), Lottery.TicketKeyOf(seed, Text(key, "id"), key.GetProperty("w").GetInt32()).Hex);
        }

        foreach (var key in vectors.GetProperty("ekeys").EnumerateArray())
        {
            Assert.Equal(Number(key, "E"), Lottery.ExponentialKeyOf(seed, Text(key, "id")));
        }

        foreach (var logarithm in vectors.GetProperty("log2fix").EnumerateArray())
        {
            Assert.Equal(Number(logarithm, "v"), Lottery.LogarithmOf(Number(logarithm, "U")));
        }

        var entrants = vectors.GetProperty("entrants").EnumerateArray().Select(e => (Id: e[0].GetString()!, Weight: e[1].GetInt32())).ToList();
        Assert.Equal(Texts(vectors, "order_t"), Lottery.OrderByTicketKey(seed, entrants));
        Assert.Equal(Texts(vectors, "order_e"), Lottery.OrderByExponentialKey(seed, Unsigned(entrants)));
    }

    [Fact]
    public void Orders_twenty_thousand_entrants_as_the_other_implementations_do()
    {
        var entrants = Enumerable.Range(0, 20_000).Select(k => (Id: k.ToString("x8", CultureInfo.InvariantCulture), Weight: 1 + (k % 8))).ToList();

        Assert.Equal("7a827022d499991701bb9f79e4f071c7bc91515c52bdc67b4813a2c15043f18f", Digest(Lottery.OrderByTicketKey(_seed, entrants)));
        Assert.Equal("09ebdaf9401a817b55c7eaa921b94ae9cf19a0fca7826690aa54b50d03ed0678", Digest(Lottery.OrderByExponentialKey(_seed, Unsigned(entrants))));
    }

    [Fact]
    public void Names_the_ticket_that_won_so_that_one_hash_proves_it()
    {
        var key = Lottery.TicketKeyOf(_seed, "asha", 64);

        Assert.Equal(key.Hex, Convert.ToHexStringLower(Lottery.Ticket(_seed, "asha", (uint)key.Number)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void Refuses_a_weight_it_was_not_made_for(int weight)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Lottery.TicketKeyOf(_seed, "asha", weight));
    }

    [Fact]
    public void Leaves_everybody_elses_order_alone_when_one_entrant_is_taken_out()
    {
        var entrants = Enumerable.Range(0, 50).Select(k => (Id: $"n{k}", Weight: 1 + (k % 5))).ToList();
        var order = Lottery.OrderByTicketKey(_seed, entrants).ToList();

        entrants.RemoveAt(7);
        order.Remove("n7");

        Assert.Equal(order, Lottery.OrderByTicketKey(_seed, entrants));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static UInt128 Number(JsonElement element, string name) => UInt128.Parse(Text(element, name), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);

    private static List<(string Id, uint Weight)> Unsigned(IEnumerable<(string Id, int Weight)> entrants) => [.. entrants.Select(e => (e.Id, (uint)e.Weight))];

    private static string Digest(IEnumerable<string> order) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', order))));
}
