namespace PostMoney.ActivityStreams.Vocabulary;

/// <summary>A passport's word that an actor is theirs. Nothing of it counts before its proof was checked.</summary>
/// <remarks>FEP-c390, <c>VerifiableIdentityStatement</c>.</remarks>
public sealed record IdentityStatement : ActivityObject
{
    /// <summary>A statement without subject.</summary>
    public IdentityStatement()
        : base("VerifiableIdentityStatement")
    {
    }

    /// <summary>The passport, a <c>did:key</c>.</summary>
    public string? Subject { get => Values.Iri(Sole("subject")); init => Put("subject", Values.Of(value)); }

    /// <summary>The actor's id.</summary>
    public string? AlsoKnownAs { get => Values.Iri(Sole("alsoKnownAs")); init => Put("alsoKnownAs", Values.Of(value)); }
}
