namespace PostMoney.Benchmarks.Allocation;

/// <summary>How long it may take on one core of a machine of its own.</summary>
internal static class Bars
{
    /// <summary>Compiling, keys and kernel together.</summary>
    internal static double SecondsFor(InstanceName name, string kind) => (name.Size, name.Scenario, kind) switch
    {
        (<= 100, _, _) => .005,
        (<= 10_000, "compute", MeasuredRound.Leximin) => 4,
        (<= 10_000, _, _) => .2,
        (_, "compute", _) => 180,
        (_, "childcare", MeasuredRound.Leximin) => 20,
        (_, "childcare", _) => 5,
        _ => 3,
    };

    /// <summary>Reading a transcript and checking it.</summary>
    internal static double SecondsToVerify(InstanceName name) => name.Size <= 10_000 ? .5 : 5;
}
