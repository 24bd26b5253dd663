using System.Text.Json;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Core.Outcomes;

/// <summary>Reads an outcome's record into types.</summary>
internal static class OutcomeDocumentReader
{
    private static readonly HashSet<string> _known = new(StringComparer.Ordinal)
    {
        "@context", "id", "type", "category", "attributedTo", "authority", "assignmentId", "result", "notes", "condition", "maintenance",
        "published", "proof",
    };

    internal static Result<(Guid Id, OutcomeForm Form, DateTimeOffset At)> Read(JsonElement record)
    {
        var reader = new RecordReader(record, _known);
        reader.Choice("type", "Outcome");
        var form = new OutcomeForm(
            Enum.Parse<OutcomeResult>(reader.Choice("result", "completed", "partial", "failed"), ignoreCase: true),
            reader.Text("notes"),
            reader.Text("condition"),
            reader.Object("maintenance", "needed").Flag("needed"));
        return reader.Finish((reader.Urn("id") ?? Guid.Empty, form, reader.Time("published")));
    }
}
