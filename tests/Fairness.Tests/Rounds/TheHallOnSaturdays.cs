using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PostMoney.Fairness.Claims;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Fairness.Tests.Rounds;

/// <summary>The draw of the hall by its published list, with the lottery of this library and again by a script that shares nothing with it.</summary>
public sealed class TheHallOnSaturdays
{
    // Weights of 1 and 1.5 as whole numbers, 2 and 3. Logarithms by squaring in whole numbers, as allocation.md §2.8 defines them.
    private const string Script = """
        import hashlib, sys
        def ticket(seed, name):
            return hashlib.sha256(b"alloc/lottery/v1" + bytes(1) + seed + len(name).to_bytes(2, "big") + name + bytes(4)).digest()
        def logarithm(value):
            whole = value.bit_length() - 1
            mantissa, bits = value << (63 - whole), 0
            for _ in range(52):
                square = mantissa * mantissa
                bits = bits << 1 | square >> 127
                mantissa = square >> (64 if square >> 127 else 63)
            return whole << 52 | bits
        seed = bytes.fromhex(sys.argv[1])
        groups = [entry.split("=") for entry in sys.argv[2:]]
        key = lambda name: (64 << 52) - logarithm(1 + int.from_bytes(ticket(seed, name.encode())[:8], "big"))
        print(" ".join(name for name, weight in sorted(groups, key=lambda group: key(group[0]) * 6 // int(group[1]))))
        """;

    [Fact]
    public void Is_drawn_in_the_same_order_by_two_programs()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(TestData.Find("scenario-vectors.json")));
        var seed = vectors.RootElement.GetProperty("seed_hex").GetString()!;
        var groups = vectors.RootElement.GetProperty("list_bytes").GetString()!.Split('\n')
            .Select(line => line.Split('\t'))
            .Select(line => (Name: line[0], Weight: (int)(2 * decimal.Parse(line[1], CultureInfo.InvariantCulture))))
            .ToList();

        var order = PersonLottery.ByLogarithm(
            Convert.FromHexString(seed), [.. groups.Select(group => group.Name)], [.. groups.Select(group => group.Weight)]);
        var drawn = Enumerable.Range(0, groups.Count).OrderBy(number => order.KeyOf(number, 0)).Select(number => groups[number].Name);

        Assert.Equal(Python([seed, .. groups.Select(group => $"{group.Name}={group.Weight}")]), string.Join(' ', drawn));
    }

    private static string Python(string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Script, .. arguments]) { RedirectStandardOutput = true })!;
        var said = python.StandardOutput.ReadToEnd().Trim();
        python.WaitForExit();
        return said;
    }
}
