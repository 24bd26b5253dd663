namespace PostMoney.Fairness.Claims;

/// <summary>What gives units out, one claim at a time.</summary>
internal interface IClaimKernel
{
    /// <summary>Units that each person was given.</summary>
    int[] Served { get; }

    /// <summary>Gives the person one more unit; what was given before stays given.</summary>
    /// <returns>False, and nothing changed, where nothing fits.</returns>
    bool TryServe(int person);
}
