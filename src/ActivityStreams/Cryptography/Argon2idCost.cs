namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>What guessing a passphrase costs: kept beside the salt, so that it can rise later.</summary>
/// <remarks>RFC 9106 §3.1 (t and m) and §4, where the ranges here are narrower.</remarks>
/// <param name="Passes">Passes over the memory, 1 to 32.</param>
/// <param name="MemoryKibibytes">Memory in KiB, 8 to 1,048,576 (1 GiB).</param>
public readonly record struct Argon2idCost(int Passes, int MemoryKibibytes)
{
    /// <summary>Two passes over 64 MiB: about a tenth of a second on a small server, a quarter in a browser.</summary>
    /// <remarks>libsodium's interactive setting; above the least that OWASP asks (2 passes, 19 MiB).</remarks>
    public static Argon2idCost Interactive => new(2, 65_536);

    /// <summary>Whether both figures lie within their ranges; ask it for a cost that came from outside.</summary>
    public bool IsValid => Passes is >= 1 and <= 32 && MemoryKibibytes is >= 8 and <= 1_048_576;
}
