namespace PostMoney.Core.Categories.Forms;

/// <summary>How a form asks for a field, in the words of HTML.</summary>
public enum InputKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    Multiline,

    /// <summary>A number, with a point where it has a fraction.</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>One box to tick; posts <c>true</c> or nothing.</summary>
    Checkbox,

    /// <summary>One of the options, or nothing.</summary>
    Select,

    /// <summary>A box for each option, all with the same name.</summary>
    Checkboxes,

    /// <summary>A day: <c>2026-11-25</c>.</summary>
    Date,

    /// <summary>A day and time in the time zone of whoever fills it in: <c>2026-11-25T09:30</c>.</summary>
    DateTime,

    /// <summary>A time of day: <c>09:30</c>.</summary>
    Time,
}
