namespace PostMoney.Core.Allocation.Policies;

/// <summary>Access that fades: every week what was is multiplied by 2^(−1 ÷ half-life), and each use adds 1000.</summary>
/// <remarks>
/// y ← ⌊y · m ÷ 2^32⌋ with m = round(2^32 · 2^(−1/τ)) for a half-life of τ weeks, in integers (allocation.md §2.4). Weeks are those of a
/// fixed grid from 1970-01-01 UTC on. A hard quota counts apart from it and never fades.
/// </remarks>
public static class FadingAccess
{
    /// <summary>What one use adds.</summary>
    public const int OfAUse = 1000;

    internal const string HalfLife = "halfLifeWeeks";

    private const int Week = 7 * 24 * 60 * 60;

    private static readonly uint[] _factors =
    [
        2_147_483_648, 3_037_000_500, 3_408_917_802, 3_611_622_603, 3_738_986_199, 3_826_380_858, 3_890_053_517,
        3_938_502_376, 3_976_601_609, 4_007_346_185, 4_032_677_554, 4_053_909_305, 4_071_961_918, 4_087_499_558,
        4_101_013_462, 4_112_874_773, 4_123_369_123, 4_132_719_911, 4_141_104_379, 4_148_664_943, 4_155_517_347,
        4_161_756_626, 4_167_461_540, 4_172_697_914, 4_177_521_189, 4_181_978_392, 4_186_109_671, 4_189_949_513,
        4_193_527_705, 4_196_870_107, 4_199_999_283, 4_202_935_003, 4_205_694_671, 4_208_293_660, 4_210_745_607,
        4_213_062_646, 4_215_255_614, 4_217_334_214, 4_219_307_168, 4_221_182_329, 4_222_966_791, 4_224_666_981,
        4_226_288_730, 4_227_837_343, 4_229_317_660, 4_230_734_100, 4_232_090_710, 4_233_391_203, 4_234_638_990,
        4_235_837_212, 4_236_988_764, 4_238_096_321,
    ];

    /// <summary>Longest half-life, in weeks.</summary>
    public static int MaxHalfLife => _factors.Length;

    internal static PolicyParameter HalfLifeParameter => new(
        HalfLife, "Half-life of past use", "After so many weeks a use counts half, after twice as many a quarter.", 4, 1, MaxHalfLife);

    /// <summary>What is left of an access after a number of weeks.</summary>
    public static long After(long access, int weeks, int halfLifeWeeks)
    {
        for (; weeks > 0 && access > 0; weeks--)
        {
            access = (long)(((UInt128)access * _factors[halfLifeWeeks - 1]) >> 32);
        }

        return access;
    }

    /// <summary>A person's access at a moment, from when their uses began. What was promised for later counts in full.</summary>
    public static int Of(IEnumerable<DateTimeOffset> uses, DateTimeOffset at, int halfLifeWeeks)
    {
        var (access, week) = (0L, 0L);
        foreach (var use in uses.Select(use => use < at ? WeekOf(use) : WeekOf(at)).Order())
        {
            access = After(access, (int)(use - week), halfLifeWeeks) + OfAUse;
            week = use;
        }

        return (int)Math.Min(After(access, (int)(WeekOf(at) - week), halfLifeWeeks), RoundLimits.MaxCount);
    }

    /// <summary>The access with which somebody new enters: the middle of those who are not new, the lower of two; nothing where all are new.</summary>
    public static int MedianOf(IEnumerable<int> others) => others.Order().ToList() is { Count: > 0 } sorted ? sorted[(sorted.Count - 1) / 2] : 0;

    private static long WeekOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Week;
}
