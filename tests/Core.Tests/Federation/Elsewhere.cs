using System.Security.Cryptography;
using System.Text;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Inbox;

namespace PostMoney.Core.Tests.Federation;

/// <summary>People of other servers, and what they have signed.</summary>
internal static class Elsewhere
{
    internal static Actor Person(string name, ActorKind kind = ActorKind.Person) => new()
    {
        Id = Guid.CreateVersion7(),
        Uri = $"https://p.test/u/{name}",
        Host = "p.test",
        Kind = kind,
        Handle = name,
        Name = name,
        Summary = "",
        Page = $"https://p.test/@{name}",
        Inbox = $"https://p.test/u/{name}/inbox",
        Outbox = $"https://p.test/u/{name}/outbox",
        Keys = "{}",
        FetchedAt = DateTimeOffset.UnixEpoch,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    internal static Letter Letter(string id, string type = "Like", Actor? from = null) =>
        new(HashOf(id), type, from ?? Person("chen"), SignatureScheme.Cavage, "{}"u8.ToArray());

    internal static byte[] HashOf(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));
}
