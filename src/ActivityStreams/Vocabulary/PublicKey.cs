using PostMoney.ActivityStreams.Origins;

namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>A key as an actor shows it: of <c>security/v1</c> with <c>owner</c>, or a <c>Multikey</c> with <c>controller</c>.</summary>
/// <remarks>W3C Security Vocabulary; W3C Controlled Identifiers 1.0 §2.2.2; FEP-521a. Says nothing about whose it really is.</remarks>
public sealed record PublicKey : ActivityObject
{
    /// <summary>Whose it is said to be.</summary>
    public WebId? Owner { get => IdOf("owner"); init => Put("owner", Values.Of(value?.Value)); }

    /// <summary>The key in PEM, as <see cref="Cryptography.RsaPublicKey.TryFromPem"/> reads it.</summary>
    public string? PublicKeyPem { get => Text("publicKeyPem"); init => Put("publicKeyPem", Values.Of(value)); }

    /// <summary>Whose a Multikey is said to be.</summary>
    public WebId? Controller { get => IdOf("controller"); init => Put("controller", Values.Of(value?.Value)); }

    /// <summary>A Multikey's text, as <see cref="Identifiers.Multikey"/> reads it.</summary>
    public string? PublicKeyMultibase { get => Text("publicKeyMultibase"); init => Put("publicKeyMultibase", Values.Of(value)); }
}
