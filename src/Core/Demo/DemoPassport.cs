using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Demo;

/// <summary>The passport of somebody in the demo town who keeps it themselves, as the file that browsers read and write.</summary>
/// <remarks>Shape: <c>src/Web/client/README.md</c>, "Key file". The seed follows from the handle, so the file protects nothing.</remarks>
public static class DemoPassport
{
    /// <summary>Whose passport it is.</summary>
    public const string Handle = "zoe";

    /// <summary>The file, under <see cref="DemoTown.Passphrase"/>.</summary>
    public static string Write(Randomness randomness)
    {
        var seed = FoundTown.SeedOf(Handle);
        using var passport = UnlockedPassport.FromSeed(seed);
        var did = passport.Did.Value;
        var (salt, nonce, cost) = (randomness.Bytes(Argon2id.SaltSize), randomness.Bytes(XChaCha20Poly1305.NonceSize), Argon2idCost.Interactive);
        var key = Argon2id.Derive(DemoTown.Passphrase, salt, cost);
        byte[] box = [.. nonce, .. XChaCha20Poly1305.Encrypt(key, nonce, Encoding.UTF8.GetBytes(did), seed)];
        return JsonSerializer.Serialize(new
        {
            type = "postmoney-passport/1",
            did,
            kdf = new
            {
                name = "argon2id13",
                passes = cost.Passes,
                memoryKibibytes = cost.MemoryKibibytes,
                salt = Base64Url.EncodeToString(salt),
            },
            box = Base64Url.EncodeToString(box),
        });
    }
}
