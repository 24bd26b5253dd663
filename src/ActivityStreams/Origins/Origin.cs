namespace PostMoney.ActivityStreams.Origins;

/// <summary>What decides who may speak for an id: scheme, host and port, all three.</summary>
/// <remarks>RFC 6454 §4; FEP-fe34. Two hosts of one domain are two origins.</remarks>
/// <param name="Scheme"><c>https</c>.</param>
/// <param name="Host">In lower case.</param>
/// <param name="Port">443 where the id names none.</param>
public readonly record struct Origin(string Scheme, string Host, int Port);
