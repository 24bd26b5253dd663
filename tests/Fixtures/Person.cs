using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostMoney.Core.Members;
using PostMoney.Core.Passports;
using PostMoney.Core.Sealing;

namespace PostMoney.Fixtures;

/// <summary>Somebody of the town, with a passport of their own.</summary>
public sealed class Person(string name) : IDisposable
{
    /// <summary>What people call them.</summary>
    public string Name { get; } = name;

    /// <summary>What they are called in addresses.</summary>
    public string Handle { get; } = name.ToLowerInvariant();

    /// <summary>Their passport; the node never sees its key.</summary>
    public UnlockedPassport Passport { get; } =
        UnlockedPassport.FromSeed(SHA256.HashData(Encoding.UTF8.GetBytes($"the seed of {name}")));

    /// <summary>Their passport's name.</summary>
    public string Did => Passport.Did.Value;

    /// <summary>Their id once they have joined.</summary>
    public Guid Id { get; internal set; }

    /// <summary>What they tell when they join.</summary>
    public JoinRequest Request => new(Handle, Name);

    /// <summary>They have joined, and that is their id.</summary>
    public void Joined(Guid id) => Id = id;

    /// <summary>Answers a challenge.</summary>
    public PossessionProof Answer(string purpose, IssuedChallenge challenge, string origin = Town.Origin)
    {
        var text = Challenges.Text(purpose, origin, Did, challenge.Nonce, challenge.Expires);
        var signature = Passport.Sign(Encoding.UTF8.GetBytes(text).AsSpan());
        return new PossessionProof(Did, challenge.Nonce, Base64Url.EncodeToString(signature));
    }

    /// <summary>Signs a record.</summary>
    public byte[] Sign(JsonElement document, DateTimeOffset at) => Passport.Sign(document, at);

    /// <inheritdoc />
    public void Dispose() => Passport.Dispose();
}
