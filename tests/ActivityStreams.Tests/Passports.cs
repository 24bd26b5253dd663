using PostMoney.ActivityStreams.Cryptography;

namespace PostMoney.ActivityStreams.Tests;

/// <summary>The passports of the people in these tests; anyone can make them again from their seeds.</summary>
internal static class Passports
{
    internal static Ed25519SecretKey Asha() => Ed25519SecretKey.FromSeed(Seed(1));

    internal static Ed25519SecretKey Bilal() => Ed25519SecretKey.FromSeed(Seed(2));

    private static byte[] Seed(byte value) => Enumerable.Repeat(value, 32).ToArray();
}
