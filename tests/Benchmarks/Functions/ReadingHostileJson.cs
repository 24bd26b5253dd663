using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using PostMoney.ActivityStreams.Json;

namespace PostMoney.Benchmarks.Functions;

/// <summary>Up to 1 MiB of JSON that is made to cost as much as it can. At most 32 MiB allocated.</summary>
public class ReadingHostileJson
{
    private byte[] _text = [];

    [Params("deep", "wide", "names", "numbers", "escapes", "objects")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Make() => _text = Encoding.UTF8.GetBytes(Kind switch
    {
        "deep" => List(580, _ => new string('[', 31) + "1" + new string(']', 31)),
        "wide" => List(19_999, _ => "\"" + new string('x', 49) + "\""),
        "names" => "{" + string.Join(',', Enumerable.Range(0, 19_000).Select(at => $"\"{at.ToString("D48", CultureInfo.InvariantCulture)}\":0")) + "}",
        "numbers" => List(3_400, _ => new string('9', 300)),
        "escapes" => "[\"" + string.Concat(Enumerable.Repeat("\\u0041", 174_000)) + "\"]",
        _ => List(349_000, _ => "{}"),
    });

    [Benchmark]
    public bool Read() => StrictJson.TryParse(_text, out _, out _);

    private static string List(int count, Func<int, string> make) => "[" + string.Join(',', Enumerable.Range(0, count).Select(make)) + "]";
}
