using PostMoney.Core.Assignments;

namespace PostMoney.Web.Display;

/// <summary>The steps of a permit in words.</summary>
public static class StepWords
{
    /// <summary>What happened.</summary>
    public static string Of(AssignmentStepLine step) => step.State switch
    {
        AssignmentState.Held => step.Who is null ? "A draw gave it" : "Matched by hand",
        AssignmentState.Active => step.Note.Length > 0 ? "Changed" : "Accepted",
        AssignmentState.Ended => "The time was over",
        AssignmentState.Completed => "Completed",
        AssignmentState.Declined => "Declined",
        AssignmentState.Lapsed => "Nobody answered in time",
        AssignmentState.Released => "Given back",
        _ => "Taken back",
    };

    /// <summary>Whether it ended the permit before its use.</summary>
    public static bool IsStop(AssignmentState state) => state
        is AssignmentState.Declined or AssignmentState.Lapsed or AssignmentState.Released or AssignmentState.Revoked;
}
