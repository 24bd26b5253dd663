using System.Text.Json;

namespace PostMoney.Fairness.Transcripts;

/// <summary>Reads a transcript from a stranger: every member known, nothing missing, nothing beyond.</summary>
public static class ReadTranscript
{
    private const int HashSize = 32;
    private const long LargestNumber = (1L << 53) - 1;

    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It is not a transcript; the message names the first place that is wrong.</exception>
    public static TranscriptDocument Run(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, _options);
            return Document(document.RootElement);
        }
        catch (JsonException)
        {
            throw new FormatException("This is not JSON, or names one member twice.");
        }
    }

    private static TranscriptDocument Document(JsonElement root)
    {
        Members(root, "the transcript", "assignments", "commit", "commitHash", "entropy", "format", "problem", "resultHash", "seed");
        Require(Text(root, "format") == TranscriptDocument.Format, "the transcript's format is another");
        var commit = CommitOf(root.GetProperty("commit"));
        return new TranscriptDocument(
            commit,
            Hash(root, "commitHash"),
            [.. Items(root, "entropy").Select(value => HexOf(value, "entropy"))],
            Hash(root, "seed"),
            ProblemOf(root.GetProperty("problem"), commit.Policy.Name),
            [.. Items(root, "assignments").Select(Pair)],
            Hash(root, "resultHash"));
    }

    private static Commitment CommitOf(JsonElement json)
    {
        Members(json, "the commitment", "entropy", "format", "policy", "previous", "quota", "roots", "round");
        Require(Text(json, "format") == TranscriptDocument.CommitFormat, "the commitment's format is another");
        var roots = json.GetProperty("roots");
        Members(roots, "the roots", "needs", "people", "resources");
        return new Commitment(
            Text(json, "round"),
            (Hash(roots, "needs"), Hash(roots, "people"), Hash(roots, "resources")),
            Count(json, "quota"),
            PolicyOf(json.GetProperty("policy")),
            [.. Items(json, "entropy").Select(SourceOf)],
            Hash(json, "previous"));
    }

    private static PublishedPolicy PolicyOf(JsonElement json)
    {
        var name = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("name", out _) ? Text(json, "name") : "";
        Require(PolicyNames.All.Contains(name), "the policy has no known name");
        var isCircle = name == PolicyNames.RoundRobin;
        Members(json, "the policy", isCircle ? ["first", "name", "size", "unit", "version"] : ["name", "unit", "version"]);
        Require(Count(json, "version") == 1, "the policy's version is unknown");
        return new PublishedPolicy(
            name, 1, Count(json, "unit"), isCircle ? Count(json, "first") : 0, isCircle ? Math.Max(1, Count(json, "size")) : 0);
    }

    private static SortedDictionary<string, object> SourceOf(JsonElement json)
    {
        Require(json.ValueKind == JsonValueKind.Object && json.TryGetProperty("kind", out _), "a source of entropy has no kind");
        var source = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            Require(CanonicalForm.IsPlain(member.Name), "a source of entropy has a member that is not plain");
            source.Add(member.Name, member.Value.ValueKind == JsonValueKind.Number ? Number(member.Value, "entropy") : TextOf(member.Value, "entropy"));
        }

        return source;
    }

    private static PublishedProblem ProblemOf(JsonElement json, string policy)
    {
        Members(json, "the problem", "needs", "people", "quota", "resources");
        string[] ofNeed = ["id", "options", "period", "person"];
        string[] ofPerson = ["history", "id"];
        if (policy == PolicyNames.FirstCome)
        {
            ofNeed = ["batch", .. ofNeed];
        }

        if (policy is PolicyNames.Lottery or PolicyNames.RoundRobin)
        {
            ofPerson = [.. ofPerson, policy == PolicyNames.Lottery ? "weight" : "position"];
        }

        return new PublishedProblem(
            [.. Items(json, "needs").Select(need => NeedOf(need, ofNeed))],
            [.. Items(json, "people").Select(person => PersonOf(person, ofPerson))],
            [.. Items(json, "resources").Select(CellOf)],
            Count(json, "quota"));
    }

    private static PublishedNeed NeedOf(JsonElement json, string[] members)
    {
        Members(json, "a need", members);
        return new PublishedNeed(
            Text(json, "id"), Text(json, "person"), Number(json.GetProperty("period"), "period"),
            [.. Items(json, "options").Select(option => TextOf(option, "options"))],
            members.Contains("batch") ? Number(json.GetProperty("batch"), "batch") : 0);
    }

    private static PublishedPerson PersonOf(JsonElement json, string[] members)
    {
        Members(json, "a person", members);
        var history = Number(json.GetProperty("history"), "history");
        Require(history >= 0, "history is below zero");
        var weight = members.Contains("weight") ? Count(json, "weight") : 1;
        Require(weight > 0, "weight is zero");
        return new PublishedPerson(Text(json, "id"), history, weight, members.Contains("position") ? Count(json, "position") : 0);
    }

    private static PublishedCell CellOf(JsonElement json)
    {
        Members(json, "a resource", "capacity", "id");
        return new PublishedCell(Text(json, "id"), Count(json, "capacity"));
    }

    private static (string Need, string Cell) Pair(JsonElement json)
    {
        Require(json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 2, "an assignment is not a pair");
        return (TextOf(json[0], "assignments"), TextOf(json[1], "assignments"));
    }

    private static void Members(JsonElement json, string what, params string[] names)
    {
        Require(json.ValueKind == JsonValueKind.Object, $"{what} is not an object");
        var count = 0;
        foreach (var member in json.EnumerateObject())
        {
            Require(names.Contains(member.Name), $"{what} has an unknown member");
            count++;
        }

        Require(count == names.Length, $"{what} lacks a member");
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name)
    {
        var list = json.GetProperty(name);
        Require(list.ValueKind == JsonValueKind.Array, $"{name} is not a list");
        return list.EnumerateArray();
    }

    private static string Text(JsonElement json, string name) => TextOf(json.GetProperty(name), name);

    private static string TextOf(JsonElement value, string name)
    {
        Require(value.ValueKind == JsonValueKind.String, $"{name} is not a text");
        var text = value.GetString()!;
        Require(CanonicalForm.IsPlain(text), $"{name} is not plain ASCII");
        return text;
    }

    private static byte[] Hash(JsonElement json, string name) => HexOf(json.GetProperty(name), name);

    private static byte[] HexOf(JsonElement value, string name)
    {
        var text = TextOf(value, name);
        Require(
            text.Length == 2 * HashSize && text.All(digit => char.IsAsciiDigit(digit) || digit is >= 'a' and <= 'f'),
            $"{name} is not 64 hexadecimal digits in lower case");
        return Convert.FromHexString(text);
    }

    private static int Count(JsonElement json, string name)
    {
        var number = Number(json.GetProperty(name), name);
        Require(number is >= 0 and <= int.MaxValue, $"{name} is out of bounds");
        return (int)number;
    }

    private static long Number(JsonElement value, string name)
    {
        // 1.0 and 1e0 are other spellings of 1 and would hash differently elsewhere.
        Require(
            value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number is >= -LargestNumber and <= LargestNumber
                && value.GetRawText() == number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            $"{name} is not a whole number");
        return value.GetInt64();
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException(char.ToUpperInvariant(otherwise[0]) + otherwise[1..] + ".");
        }
    }
}
