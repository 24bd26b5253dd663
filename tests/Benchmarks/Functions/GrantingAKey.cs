using BenchmarkDotNet.Attributes;
using PostMoney.Benchmarks.Node;
using PostMoney.Core.Foundation;
using PostMoney.Core.Grants;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Functions;

/// <summary>A key grant against its cryptography and one durable row. Wall time: most of it waits for the disk.</summary>
public class GrantingAKey
{
    private Town _town = null!;
    private BareGrant _bare = null!;
    private Guid _offer;

    [GlobalSetup]
    public async Task SetUp()
    {
        _town = await Town.FoundAsync();
        _offer = await MeasureGrants.OpenPermitAsync(_town);
        _bare = BareGrant.Open();
    }

    [GlobalCleanup]
    public async Task CleanUp()
    {
        _bare.Dispose();
        await _town.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public Task Bare() => _bare.ExecuteAsync();

    [Benchmark]
    public Task<Result<IssuedGrant>> Grant() => _town.GrantAsync(_town.Amina, _offer);
}
