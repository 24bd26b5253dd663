namespace PostMoney.ActivityStreams.Http.Signatures;

/// <summary>The two ways in which servers sign HTTP: draft-cavage-http-signatures-12 and RFC 9421.</summary>
public enum SignatureScheme
{
    /// <summary>draft-cavage-http-signatures-12: one <c>Signature</c> header with a list of header names.</summary>
    Cavage,

    /// <summary>RFC 9421: <c>Signature-Input</c> and <c>Signature</c>, several signatures with labels.</summary>
    Rfc9421,
}
