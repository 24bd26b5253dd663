using System.IO.Compression;
using System.Text.Json;

namespace PostMoney.Fairness.Instances;

/// <summary>An instance of alloc-bench/1: people, offers and needs on a map and a grid of time, before anything is compiled.</summary>
/// <remarks>The rules of who may have what stand in <see cref="CompileInstance"/>.</remarks>
public sealed class BenchInstance
{
    /// <summary>childcare, compute, tools, transport or rooms.</summary>
    public required string Scenario { get; init; }

    /// <summary>slot, flow, interval or route.</summary>
    public required string Kind { get; init; }

    /// <summary>How long the grid is.</summary>
    public required int Horizon { get; init; }

    /// <summary>A person's quota: so many units in so many slots.</summary>
    public required (int Slots, int Units) Quota { get; init; }

    /// <summary>Slots between two uses of one person.</summary>
    public required int Cooldown { get; init; }

    internal BenchPerson[] People { get; private init; } = [];

    internal BenchOffer[] Offers { get; private init; } = [];

    internal BenchNeed[] Needs { get; private init; } = [];

    /// <summary>What one unit adds to a person's access.</summary>
    public int UnitOfAccess => Kind == "flow" ? 125 : 1000;

    /// <summary>Reads a file, gzip-compressed where its name ends in <c>.gz</c>.</summary>
    /// <exception cref="InvalidDataException">It is not such an instance.</exception>
    public static BenchInstance Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream bytes = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        return Read(bytes);
    }

    /// <summary>Reads an instance.</summary>
    /// <exception cref="InvalidDataException">It is not such an instance.</exception>
    public static BenchInstance Read(Stream bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            if (root.GetProperty("format").GetString() != "alloc-bench/1")
            {
                throw new InvalidDataException("This is not an alloc-bench/1 instance.");
            }

            var rules = root.GetProperty("rules");
            var kind = root.GetProperty("kind").GetString()!;
            return new BenchInstance
            {
                Scenario = root.GetProperty("scenario").GetString()!,
                Kind = kind,
                Horizon = root.GetProperty("horizon").GetInt32(),
                Quota = (rules.GetProperty("personCap")[0].GetInt32(), rules.GetProperty("personCap")[1].GetInt32()),
                Cooldown = rules.GetProperty("cooldown").GetInt32(),
                People = [.. root.GetProperty("people").EnumerateArray().Select(BenchPerson.Of)],
                Offers = [.. root.GetProperty("offers").EnumerateArray().Select(offer => BenchOffer.Of(offer, kind))],
                Needs = [.. root.GetProperty("needs").EnumerateArray().Select(need => BenchNeed.Of(need, kind))],
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or IndexOutOfRangeException)
        {
            throw new InvalidDataException("This is not an alloc-bench/1 instance.", problem);
        }
    }
}

internal readonly record struct BenchPerson(string Id, int Node, int Cohort, int Weight, long Access)
{
    public static BenchPerson Of(JsonElement row) =>
        new(row[0].GetString()!, row[1].GetInt32(), row[2].GetInt32(), row[3].GetInt32(), row[4].GetInt64());
}

internal sealed record BenchOffer(
    string Id, int Node, int Category, int Attributes, (int X, int Y) Place, int Count, bool IsFederated, (int From, int To)[] Open,
    int Departs, (int X, int Y)[] Route)
{
    public static BenchOffer Of(JsonElement row, string kind) => new(
        row[0].GetString()!, row[1].GetInt32(), row[2].GetInt32(), row[3].GetInt32(), (row[4].GetInt32(), row[5].GetInt32()),
        row[6].GetInt32(), row[7].GetInt32() == 1, BenchNeed.Stretches(row[8]),
        kind == "route" ? row[9].GetInt32() : 0, kind == "route" ? BenchNeed.Pairs(row[10]) : []);
}

internal sealed record BenchNeed(
    string Id, int Person, int Category, int Required, (int X, int Y) Place, int Radius, int Length, int Units, int Parallel,
    int Class, int Submitted, (int From, int To)[] Windows, (int X, int Y) To)
{
    public static BenchNeed Of(JsonElement row, string kind) => new(
        row[0].GetString()!, row[1].GetInt32(), row[2].GetInt32(), row[3].GetInt32(), (row[4].GetInt32(), row[5].GetInt32()),
        row[6].GetInt32(), row[7].GetInt32(), row[8].GetInt32(), row[9].GetInt32(), row[10].GetInt32(), row[11].GetInt32(),
        Stretches(row[12]), kind == "route" ? (row[13][0].GetInt32(), row[13][1].GetInt32()) : default);

    /// <summary>Stretches of time by their start, whatever order they were written in: the first window says which quota a need is charged to.</summary>
    public static (int, int)[] Stretches(JsonElement rows) => [.. Pairs(rows).Order()];

    public static (int, int)[] Pairs(JsonElement rows) => [.. rows.EnumerateArray().Select(row => (row[0].GetInt32(), row[1].GetInt32()))];
}
