using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Web.Tests.BadInput;

/// <summary>Whatever is sent to whatever address: an answer that says so, and where it is refused, nothing that has changed.</summary>
public sealed partial class AnyDoor(OddTown town) : IClassFixture<OddTown>
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

    private static readonly string[] _odd =
    [
        "", " ", "abc", "-1", "0", "2147483648", "99999999999999999999", "1e400", "NaN", "true,false", "null", "\0", "a\0b", "\u202Eevil",
        "😀", "<script>alert(1)</script>", "'; DROP TABLE items; --", "../../../etc/passwd", "%00", "{{7*7}}", "[]", "{\"a\":1}",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "not-a-guid", "2027-13-45T99:99", "9999-12-31T23:59",
        "9999-12-31", "0001-01-01T00:00", "0001-01-01", "need.tool@v1", "need.tool@v99", "offer.tool@v0", "https://evil.example/", "//evil.example",
        "did:key:z6MkOdd", "steward", "Active", "7", "Public", new string('x', 5_000), new string('a', 70_000), "\r\nSet-Cookie: s=evil", "\uFFFF", "é\u0301",
    ];

    [Fact]
    public async Task Bears_anything_that_anybody_sends()
    {
        var seed = Environment.GetEnvironmentVariable("POSTMONEY_SEED") ?? Guid.CreateVersion7().ToString("N");
        TestContext.Current.TestOutputHelper!.WriteLine($"POSTMONEY_SEED={seed}");
        var chance = new Chance(seed);
        var faults = new List<string>();
        var doors = await Door.AllOfAsync(town.Node);
        var began = TimeProvider.System.GetTimestamp();
        var sent = 0;

        for (var round = 0; TimeProvider.System.GetElapsedTime(began) < _longest && (round == 0 || faults.Count == 0); round++)
        {
            for (var i = 0; i < doors.Count && TimeProvider.System.GetElapsedTime(began) < _longest; i++, sent++)
            {
                await TryAsync(doors[i], house: 2 + (sent % 240), chance, faults);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{sent} requests to {doors.Count} addresses");
        Assert.True(faults.Count == 0, $"POSTMONEY_SEED={seed}, of {sent} requests:\n{string.Join('\n', faults.Distinct())}");
        Assert.True(sent >= doors.Count, $"Only {sent} of {doors.Count} addresses were tried.");
    }

    private async Task TryAsync(Door door, int house, Chance chance, List<string> faults)
    {
        using var visitor = await town.VisitorAsync(chance.Of("dora", "dora", "amina", "chen", "a stranger"), house);
        var fields = door.Fields.Where(_ => chance.Below(8) > 0)
            .SelectMany(field => Enumerable.Repeat(field, chance.Below(6) == 0 ? 2 : 1))
            .Select(field => (Name: field, Value: chance.Of(_odd)))
            .ToList();
        var address = Parameter().Replace(door.Route, _ => Uri.EscapeDataString(chance.Of(
            $"{town.Ladder}", $"{town.Wish}", $"{town.Permit}", $"{town.Round}", $"{town.Drawn}", $"{town.Pool}", "choir", "dora", "404", chance.Of(_odd))));
        address = $"/{address}?handler={door.Handler}";
        var isPost = door.Method == "POST";
        var before = isPost ? town.Contents() : null;
        using var body = isPost ? Body(fields, chance) : null;
        if (!isPost)
        {
            var query = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
            address += query.Length is > 0 and < 6_000 ? $"&{query}" : "";
        }

        using var message = await visitor.SendAsync(isPost ? HttpMethod.Post : HttpMethod.Get, address, body);
        var answer = await Answer.ReadAsync(message);
        var was = string.Join(", ", fields.Select(field => $"{field.Name}={(field.Value.Length > 40 ? field.Value[..40] + "…" : field.Value)}"));
        if (answer.Fault is { } fault)
        {
            faults.Add($"{door.Name} {fault} to {address} with {was}");
        }
        else if (isPost && answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Redirect) && town.ChangedSince(before!).ToList() is { Count: > 0 } changed)
        {
            faults.Add($"{door.Name} answered {(int)answer.Status} and changed {string.Join("; ", changed)} with {was}");
        }
    }

    private static HttpContent Body(List<(string Name, string Value)> fields, Chance chance)
    {
        switch (chance.Below(6))
        {
            case 0:
                return new StringContent(chance.Of("{", "{\"record\":{}}", "[]", "nothing", "{\"record\":{},\"parts\":[1]}", "{\"record\":{\"a\":\"\\ud800\"}}"),
                    Encoding.UTF8, "application/json");
            case 1:
                var broken = new ByteArrayContent([.. Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}=%ff%fe"))), 0xff, 0xfe, (byte)'=', 0xc3]);
                broken.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
                return broken;
            case 2:
                var parts = new MultipartFormDataContent();
                foreach (var (name, value) in fields)
                {
                    parts.Add(new StringContent(value), $"\"{name}\"");
                }

                parts.Add(new ByteArrayContent([0, 1, 2, 0xff]), "File", "../a b.csv");
                return parts;
            default:
                return new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>Chance that comes out the same for the same seed.</summary>
    private sealed class Chance(string seed)
    {
        private readonly SeededRandomness _bytes = new(seed);

        public int Below(int end) => (int)(BitConverter.ToUInt32(_bytes.Bytes(4)) % (uint)end);

        public string Of(params string[] values) => values[Below(values.Length)];
    }
}
