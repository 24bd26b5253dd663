using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;

namespace PostMoney.Web.Publishing;

/// <summary>Reads what a browser sends after signing: <c>{"record", "sealedKey", "parts": [{"name", "ciphertext"}]}</c>.</summary>
internal static class SignedBody
{
    private const int MaximumBytes = 512 * 1024;

    internal static async Task<Result<Submission>> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasJsonContentType() || request.ContentLength > MaximumBytes)
        {
            return PublishingRefusals.Body;
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, ct);
        return buffer.Length <= MaximumBytes && StrictJson.TryParse(buffer.ToArray(), out var body, out _)
            ? Read(body)
            : PublishingRefusals.Body;
    }

    /// <summary>The item that a submission is about, or null.</summary>
    internal static Guid? IdOf(Submission submission)
    {
        using var record = JsonDocument.Parse(submission.Record);
        return record.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            && id.GetString()!.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParseExact(id.GetString()![9..], "D", out var known)
                ? known
                : null;
    }

    private static Result<Submission> Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("record", out var record) || record.ValueKind != JsonValueKind.Object)
        {
            return PublishingRefusals.Body;
        }

        byte[]? sealedKey = null;
        if (body.TryGetProperty("sealedKey", out var key) && !TryBytes(key, out sealedKey))
        {
            return PublishingRefusals.Body;
        }

        var parts = new List<SubmittedPart>();
        if (body.TryGetProperty("parts", out var list))
        {
            if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > 16)
            {
                return PublishingRefusals.Body;
            }

            foreach (var part in list.EnumerateArray())
            {
                if (part.ValueKind != JsonValueKind.Object
                    || !part.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String
                    || !part.TryGetProperty("ciphertext", out var text) || !TryBytes(text, out var ciphertext))
                {
                    return PublishingRefusals.Body;
                }

                parts.Add(new SubmittedPart(name.GetString()!, ciphertext));
            }
        }

        return new Submission(Encoding.UTF8.GetBytes(record.GetRawText()), sealedKey, parts);
    }

    private static bool TryBytes(JsonElement value, out byte[] bytes)
    {
        bytes = [];
        if (value.ValueKind != JsonValueKind.String || value.GetString()!.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')))
        {
            return false;
        }

        var text = value.GetString()!;
        if (!System.Buffers.Text.Base64Url.IsValid(text))
        {
            return false;
        }

        bytes = System.Buffers.Text.Base64Url.DecodeFromChars(text);
        return true;
    }
}
