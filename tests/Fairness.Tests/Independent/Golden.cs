using System.Globalization;
using System.Text.Json;
using PostMoney.Fixtures;

namespace PostMoney.Fairness.Tests.Independent;

/// <summary>Tiny rounds whose best answers were found by trying everything.</summary>
internal sealed record Golden(int Number, Sheet Sheet, int MaxFill, long[] Leximin, long SumOfSquares, string[] ServedInOrder)
{
    public static IEnumerable<Golden> Slots() => All("slot");

    public static IEnumerable<Golden> Intervals() => All("interval");

    private static Golden[] All(string kind)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(TestData.Find("allocation/golden/golden.json")));
        return [.. json.RootElement.EnumerateArray().Where(one => one.GetProperty("kind").GetString() == kind).Select(Read)];
    }

    private static Golden Read(JsonElement json)
    {
        var horizon = json.GetProperty("horizon").GetInt32();
        var quota = json.GetProperty("quotaPerPersonPeriod").GetInt32();
        var expected = json.GetProperty("expect");
        return new Golden(
            json.GetProperty("case").GetInt32(),
            new Sheet(
                [.. Each(json, "people").Select((one, at) => new Somebody(Text(one, "id"), one.GetProperty("hist").GetInt64(), Position: at))],
                [.. Each(json, "offers").Select(one => new Thing(Text(one, "id"), Holds(one, horizon)))],
                [.. Each(json, "needs").Select(one => Wish(one, quota))]),
            expected.GetProperty("maxFill").GetInt32(),
            [.. Each(expected, "leximin").Select(one => one.GetInt64())],
            expected.GetProperty("sumSqAtMaxFill").GetInt64(),
            [.. Each(expected, "lotServed").Select(one => one.GetString()!)]);
    }

    private static Wish Wish(JsonElement json, int quota) => new(
        Text(json, "id"), Name('p', json.GetProperty("person")),
        [.. Each(json, "options").Select(one => new Spot(Name('o', one[0]), one[1].GetInt32(), json.GetProperty("len").GetInt32()))],
        json.GetProperty("period").GetInt32(), quota);

    private static int[] Holds(JsonElement offer, int horizon)
    {
        var holds = new int[horizon];
        foreach (var stretch in Each(offer, "avail"))
        {
            Array.Fill(holds, offer.GetProperty("count").GetInt32(), stretch[0].GetInt32(), stretch[1].GetInt32() - stretch[0].GetInt32());
        }

        return holds;
    }

    private static string Name(char kind, JsonElement number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number.GetInt32()}");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static JsonElement.ArrayEnumerator Each(JsonElement json, string name) => json.GetProperty(name).EnumerateArray();
}
