namespace PostMoney.Core.Categories;

/// <summary>What a field of a category holds.</summary>
public enum FieldType
{
    /// <summary>Text of at most <see cref="CategoryField.MaxLength"/> characters.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options, each once.</summary>
    Choices,

    /// <summary>A day: <c>2026-11-25</c>.</summary>
    Date,

    /// <summary>A moment with its offset: <c>2026-11-25T09:00:00Z</c> (RFC 3339).</summary>
    DateTime,

    /// <summary>A time of day where the thing is: <c>09:30</c>.</summary>
    Time,
}
