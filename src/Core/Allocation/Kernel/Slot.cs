using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Kernel;

/// <summary>A half-open stretch of time in milliseconds since 1970-01-01 UTC.</summary>
internal readonly record struct Slot(long From, long To)
{
    public static Slot Of(Window window) => new(window.From.ToUnixTimeMilliseconds(), window.To.ToUnixTimeMilliseconds());

    public bool Contains(Slot other) => From <= other.From && other.To <= To;

    public bool Overlaps(Slot other) => From < other.To && other.From < To;
}
