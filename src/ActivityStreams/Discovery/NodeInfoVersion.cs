namespace PostMoney.ActivityStreams.Discovery;

/// <summary>The two versions of NodeInfo in use.</summary>
/// <remarks>NodeInfo 2.0 and 2.1 of nodeinfo.diaspora.software.</remarks>
public enum NodeInfoVersion
{
    /// <summary>2.0, which almost everybody reads.</summary>
    V20,

    /// <summary>2.1, with repository and homepage.</summary>
    V21,
}
