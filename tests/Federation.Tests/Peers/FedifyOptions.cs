namespace PostMoney.Federation.Tests.Peers;

/// <summary>How a <see cref="FedifyPeer"/> is.</summary>
public sealed record FedifyOptions
{
    /// <summary>Who lives there.</summary>
    public IReadOnlyList<string> People { get; init; } = ["ruth", "sol"];

    /// <summary>How it signs the first request to a server that it does not know: <c>rfc9421</c> or <c>cavage</c>. Refused, it tries the other.</summary>
    public string FirstKnock { get; init; } = "rfc9421";

    /// <summary>What it answers to a Follow: <c>accept</c>, <c>reject</c> or <c>nothing</c>.</summary>
    public string AnswerFollows { get; init; } = "accept";

    /// <summary>Of the keys of its people, in bits. Fedify's own are of 4,096, which takes seconds.</summary>
    public int RsaBits { get; init; } = 2_048;

    /// <summary>Whether it answers 401 to who asks without a signature.</summary>
    public bool DemandsSignatures { get; init; }

    /// <summary>Its port; 0 for any that is free.</summary>
    public int Port { get; init; }
}
