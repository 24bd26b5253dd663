namespace PostMoney.Benchmarks.Allocation;

/// <summary>How long it may take on one core of a machine of its own.</summary>
internal static class Bars
{
    /// <summary>Compiling, keys and kernel together.</summary>
    internal static double SecondsFor(InstanceName name, string kind)
    {
        var isLeximin = kind == MeasuredRound.Leximin;
        if (name.Size <= 100)
        {
            return .005;
        }

        if (name.Size <= 10_000)
        {
            return name.Scenario == "compute" && isLeximin ? 4 : .2;
        }

        return name.Scenario switch
        {
            "compute" => 180,
            "childcare" => isLeximin ? 20 : 5,
            _ => 3,
        };
    }

    /// <summary>Reading a transcript and checking it.</summary>
    internal static double SecondsToVerify(InstanceName name) => name.Size <= 10_000 ? .5 : 5;
}
