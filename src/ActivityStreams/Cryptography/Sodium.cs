using System.Reflection;
using System.Runtime.InteropServices;

namespace PostMoney.ActivityStreams.Cryptography;

/// <summary>The only door to libsodium. Sizes are checked by the types that call it, never here.</summary>
/// <remarks>
/// libsodium 1.0.18 or later (its binary interface 23). Loaded by its versioned name, since the plain one belongs to
/// development packages. Every function here is thread-safe after <c>sodium_init</c>.
/// </remarks>
internal static partial class Sodium
{
    internal const int SealOverhead = 48;

    private const string Library = "sodium";

    private static readonly string[] _names = OperatingSystem.IsWindows() ? ["libsodium.dll"]
        : OperatingSystem.IsMacOS() ? ["libsodium.23.dylib", "libsodium.dylib"]
        : ["libsodium.so.23", "libsodium.so.26"];

    static Sodium()
    {
        NativeLibrary.SetDllImportResolver(typeof(Sodium).Assembly, Resolve);
        if (sodium_init() < 0)
        {
            throw new InvalidOperationException("libsodium could not be initialised.");
        }
    }

    // Ed25519 (RFC 8032)

    [LibraryImport(Library)]
    internal static partial int crypto_core_ed25519_is_valid_point(ReadOnlySpan<byte> point);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_seed_keypair(Span<byte> publicKey, Span<byte> secretKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_detached(
        Span<byte> signature, nint signatureLength, ReadOnlySpan<byte> message, ulong messageLength, ReadOnlySpan<byte> secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_verify_detached(
        ReadOnlySpan<byte> signature, ReadOnlySpan<byte> message, ulong messageLength, ReadOnlySpan<byte> publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_ed25519_pk_to_curve25519(Span<byte> agreement, ReadOnlySpan<byte> publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_sign_ed25519_sk_to_curve25519(Span<byte> agreement, ReadOnlySpan<byte> secretKey);

    // X25519 (RFC 7748) and sealed boxes

    [LibraryImport(Library)]
    internal static partial int crypto_scalarmult(Span<byte> shared, ReadOnlySpan<byte> secretKey, ReadOnlySpan<byte> publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_scalarmult_base(Span<byte> publicKey, ReadOnlySpan<byte> secretKey);

    [LibraryImport(Library)]
    internal static partial int crypto_box_seal(
        Span<byte> box, ReadOnlySpan<byte> message, ulong messageLength, ReadOnlySpan<byte> publicKey);

    [LibraryImport(Library)]
    internal static partial int crypto_box_seal_open(
        Span<byte> message, ReadOnlySpan<byte> box, ulong boxLength, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> secretKey);

    // XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha)

    [LibraryImport(Library)]
    internal static partial int crypto_aead_xchacha20poly1305_ietf_encrypt(
        Span<byte> ciphertext, nint ciphertextLength, ReadOnlySpan<byte> plaintext, ulong plaintextLength,
        ReadOnlySpan<byte> associatedData, ulong associatedDataLength, nint secretNonce, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> key);

    [LibraryImport(Library)]
    internal static partial int crypto_aead_xchacha20poly1305_ietf_decrypt(
        Span<byte> plaintext, nint plaintextLength, nint secretNonce, ReadOnlySpan<byte> ciphertext, ulong ciphertextLength,
        ReadOnlySpan<byte> associatedData, ulong associatedDataLength, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> key);

    // Argon2id (RFC 9106)

    [LibraryImport(Library)]
    internal static partial int crypto_pwhash(
        Span<byte> key, ulong keyLength, ReadOnlySpan<byte> passphrase, ulong passphraseLength, ReadOnlySpan<byte> salt,
        ulong passes, nuint memory, int algorithm);

    [LibraryImport(Library)]
    private static partial int sodium_init();

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
        {
            return 0;
        }

        foreach (var candidate in _names)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException($"libsodium is not installed: {string.Join(" or ", _names)} was expected.");
    }
}
