namespace PostMoney.Core.Sealing;

/// <summary>A member's passport that the node keeps for people without scripting: useless without its passphrase.</summary>
public sealed class HeldPassport
{
    /// <summary>Whose it is.</summary>
    public required string Did { get; init; }

    /// <summary>Argon2id salt, 16 bytes.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>Argon2id passes.</summary>
    public required int Passes { get; init; }

    /// <summary>Argon2id memory in KiB.</summary>
    public required int MemoryKib { get; init; }

    /// <summary>The seed, sealed under the passphrase's key and then under the node key.</summary>
    public required byte[] Box { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
