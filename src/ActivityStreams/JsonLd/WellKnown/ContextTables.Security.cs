namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <content>Tables of keys and proofs.</content>
internal static partial class ContextTables
{
    /// <summary>https://w3id.org/security/v1</summary>
    private const string SecurityV1 = """
        id = @id
        type = @type
        dc = http://purl.org/dc/terms/
        sec = https://w3id.org/security#
        xsd = http://www.w3.org/2001/XMLSchema#
        CryptographicKey = sec:Key
        expires = sec:expiration xsd:dateTime
        signatureAlgorithm = sec:signingAlgorithm
        sec: | EcdsaKoblitzSignature2016 Ed25519Signature2018 EncryptedMessage GraphSignature2012
        sec: | LinkedDataSignature2015 LinkedDataSignature2016 authenticationTag canonicalizationAlgorithm
        sec: | cipherAlgorithm cipherData cipherKey digestAlgorithm digestValue domain encryptionKey
        sec: | initializationVector iterationCount nonce normalizationAlgorithm password privateKeyPem
        sec: | publicKeyBase58 publicKeyPem publicKeyWif salt signature signatureValue
        dc: xsd:dateTime | created
        dc: @id | creator
        sec: xsd:dateTime | expiration revoked
        sec: @id | owner privateKey publicKey publicKeyService
        """;

    /// <summary>https://w3id.org/identity/v1</summary>
    private const string IdentityV1 = """
        id = @id
        type = @type
        cred = https://w3id.org/credentials#
        dc = http://purl.org/dc/terms/
        identity = https://w3id.org/identity#
        perm = https://w3id.org/permissions#
        ps = https://w3id.org/payswarm#
        rdf = http://www.w3.org/1999/02/22-rdf-syntax-ns#
        rdfs = http://www.w3.org/2000/01/rdf-schema#
        sec = https://w3id.org/security#
        schema = http://schema.org/
        xsd = http://www.w3.org/2001/XMLSchema#
        paymentProcessor = ps:processor
        expires = sec:expiration xsd:dateTime
        CryptographicKey = sec:Key
        https://www.w3.org/ns/activitystreams# | Group
        cred: @id | claim credential issuer recipient
        cred: xsd:dateTime | issued
        cred: | Credential CryptographicKeyCredential
        schema: @id | about address image url member memberOf
        schema: | addressCountry addressLocality addressRegion description email familyName givenName name
        schema: | postalCode streetAddress Person PostalAddress Organization
        rdfs: | comment label
        dc: xsd:dateTime | created
        dc: @id | creator
        dc: | title
        identity: @id | identityService idp
        identity: | Identity
        ps: @vocab | preferences
        sec: | cipherAlgorithm cipherData cipherKey digestAlgorithm digestValue domain initializationVector
        sec: | nonce normalizationAlgorithm password privateKeyPem publicKeyPem signature signatureAlgorithm
        sec: | signatureValue EncryptedMessage GraphSignature2012 LinkedDataSignature2015
        sec: @id | owner privateKey publicKey publicKeyService
        sec: xsd:dateTime | revoked
        perm: @id | accessControl writePermission
        """;

    /// <summary>https://www.w3.org/ns/did/v1</summary>
    private const string DidV1 = """
        @protected true
        id = @id
        type = @type
        authentication = https://w3id.org/security#authenticationMethod @id @set
        capabilityDelegation = https://w3id.org/security#capabilityDelegationMethod @id @set
        capabilityInvocation = https://w3id.org/security#capabilityInvocationMethod @id @set
        keyAgreement = https://w3id.org/security#keyAgreementMethod @id @set
        service = https://www.w3.org/ns/did#service @id {
          @protected true
          id = @id
          type = @type
          https://www.w3.org/ns/did# @id | serviceEndpoint
        }
        https://www.w3.org/ns/activitystreams# @id | alsoKnownAs
        https://w3id.org/security# @id @set | assertionMethod
        https://w3id.org/security# @id | controller verificationMethod
        """;

    /// <summary>https://w3id.org/security/data-integrity/v1</summary>
    private const string DataIntegrityV1 = """
        @protected true
        id = @id
        type = @type
        DataIntegrityProof = https://w3id.org/security#DataIntegrityProof {
          @protected true
          id = @id
          type = @type
          expires = https://w3id.org/security#expiration http://www.w3.org/2001/XMLSchema#dateTime
          proofPurpose = https://w3id.org/security#proofPurpose @vocab {
            @protected true
            id = @id
            type = @type
            authentication = https://w3id.org/security#authenticationMethod @id @set
            capabilityInvocation = https://w3id.org/security#capabilityInvocationMethod @id @set
            capabilityDelegation = https://w3id.org/security#capabilityDelegationMethod @id @set
            keyAgreement = https://w3id.org/security#keyAgreementMethod @id @set
            https://w3id.org/security# @id @set | assertionMethod
          }
          https://w3id.org/security# | challenge domain nonce cryptosuite
          http://purl.org/dc/terms/ http://www.w3.org/2001/XMLSchema#dateTime | created
          https://w3id.org/security# https://w3id.org/security#multibase | proofValue
          https://w3id.org/security# @id | verificationMethod
        }
        https://w3id.org/security# @id @graph | proof
        """;

    /// <summary>https://w3id.org/security/data-integrity/v2</summary>
    private const string DataIntegrityV2 = """
        @protected true
        id = @id
        type = @type
        DataIntegrityProof = https://w3id.org/security#DataIntegrityProof {
          @protected true
          id = @id
          type = @type
          expires = https://w3id.org/security#expiration http://www.w3.org/2001/XMLSchema#dateTime
          proofPurpose = https://w3id.org/security#proofPurpose @vocab {
            @protected true
            id = @id
            type = @type
            authentication = https://w3id.org/security#authenticationMethod @id @set
            capabilityInvocation = https://w3id.org/security#capabilityInvocationMethod @id @set
            capabilityDelegation = https://w3id.org/security#capabilityDelegationMethod @id @set
            keyAgreement = https://w3id.org/security#keyAgreementMethod @id @set
            https://w3id.org/security# @id @set | assertionMethod
          }
          https://w3id.org/security# | challenge domain nonce
          http://purl.org/dc/terms/ http://www.w3.org/2001/XMLSchema#dateTime | created
          https://w3id.org/security# @id | previousProof verificationMethod
          https://w3id.org/security# https://w3id.org/security#cryptosuiteString | cryptosuite
          https://w3id.org/security# https://w3id.org/security#multibase | proofValue
        }
        https://w3id.org/security# @id @graph | proof
        """;

    /// <summary>https://w3id.org/security/multikey/v1</summary>
    private const string MultikeyV1 = """
        @protected true
        id = @id
        type = @type
        Multikey = https://w3id.org/security#Multikey {
          @protected true
          id = @id
          type = @type
          expires = https://w3id.org/security#expiration http://www.w3.org/2001/XMLSchema#dateTime
          https://w3id.org/security# @id | controller
          https://w3id.org/security# http://www.w3.org/2001/XMLSchema#dateTime | revoked
          https://w3id.org/security# https://w3id.org/security#multibase | publicKeyMultibase
          https://w3id.org/security# https://w3id.org/security#multibase | secretKeyMultibase
        }
        """;
}
