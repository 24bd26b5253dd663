using System.Text;
using System.Text.Json.Nodes;

namespace PostMoney.Fairness.Tests.Independent;

/// <summary>An instance with its people, offers, needs, windows and stretches of availability in another order.</summary>
internal static class MixedUp
{
    public static MemoryStream Of(string file, Dice dice)
    {
        var root = JsonNode.Parse(File.ReadAllBytes(file))!.AsObject();
        var people = dice.Shuffled(Enumerable.Range(0, root["people"]!.AsArray().Count));
        root["people"] = new JsonArray([.. people.Select(at => root["people"]![at]!.DeepClone())]);
        root["offers"] = Mixed(root["offers"]!, dice);
        root["needs"] = Mixed(root["needs"]!, dice);
        foreach (var need in root["needs"]!.AsArray())
        {
            need![1] = Array.IndexOf(people, need[1]!.GetValue<int>());
            need[12] = Mixed(need[12]!, dice);
        }

        foreach (var offer in root["offers"]!.AsArray())
        {
            offer![8] = Mixed(offer[8]!, dice);
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString()));
    }

    private static JsonArray Mixed(JsonNode rows, Dice dice) => new([.. dice.Shuffled(rows.AsArray().Select(row => row!.DeepClone()))]);
}
