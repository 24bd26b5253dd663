namespace PostMoney.Core.Storage;

/// <summary>One named value that an operator or steward has chosen.</summary>
public sealed class Setting
{
    /// <summary>What it is called, such as <c>node.name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What was chosen.</summary>
    public required string Value { get; set; }
}
