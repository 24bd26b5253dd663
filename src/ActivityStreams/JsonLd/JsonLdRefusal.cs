namespace PostMoney.ActivityStreams.JsonLd;

/// <summary>Ends an algorithm at the first problem; <see cref="JsonLdProcessor"/> turns it into its answer.</summary>
internal sealed class JsonLdRefusal(JsonLdProblem problem) : Exception(problem.Code)
{
    internal JsonLdProblem Problem { get; } = problem;
}
