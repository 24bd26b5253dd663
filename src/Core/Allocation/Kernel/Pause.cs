namespace PostMoney.Core.Allocation.Kernel;

/// <summary>The pause between two uses of one person: uses, each lengthened by it, may not overlap.</summary>
internal readonly struct Pause(TimeSpan length)
{
    /// <summary>In milliseconds; zero for none.</summary>
    public long Length { get; } = (long)length.TotalMilliseconds;

    /// <summary>Whether a wish comes too close to what its person used or was promised before the round.</summary>
    public bool Cuts(RoundWish wish)
    {
        var slot = Slot.Of(wish.Window);
        return Length > 0
            && ((wish.LastUseEnd is { } end && end.ToUnixTimeMilliseconds() + Length > slot.From)
                || (wish.NextUseFrom is { } next && slot.To + Length > next.ToUnixTimeMilliseconds()));
    }

    /// <summary>Whether two uses of one person come too close to each other.</summary>
    public bool Parts(Slot one, Slot other) => Length > 0 && one.From < other.To + Length && other.From < one.To + Length;
}
