using System.Globalization;

namespace PostMoney.Benchmarks.Allocation;

/// <summary>What an instance's file is called: SCENARIO-SIZE-SEED.</summary>
internal sealed record InstanceName(string Scenario, int Size, int Seed)
{
    internal static InstanceName Of(string file)
    {
        var parts = Path.GetFileName(file).Split('.')[0].Split('-');
        return new InstanceName(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scenario} {Size} {Seed}");
}
