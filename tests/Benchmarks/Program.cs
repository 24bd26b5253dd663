using BenchmarkDotNet.Running;
using PostMoney.Benchmarks.Functions;
using PostMoney.Benchmarks.Node;

// node             a whole node as a process of its own
//   --program FILE --bare FILE   measures these, and publishes nothing
//   --data DIR                   keeps what was prepared, or takes what is there; good for ten hours, then rounds are due
//   --rounds N                   measures each page so often (7)
//   --only start,idle,load,requests,grants
// anything else    single functions, by the words of BenchmarkDotNet (--filter *Draw*)
if (args is ["node", ..])
{
    return await MeasureNode.ExecuteAsync(args);
}

BenchmarkSwitcher.FromAssembly(typeof(InThisProcess).Assembly).Run(args, new InThisProcess());
return 0;
