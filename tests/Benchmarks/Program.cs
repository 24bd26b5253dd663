using BenchmarkDotNet.Running;
using PostMoney.Benchmarks.Allocation;
using PostMoney.Benchmarks.Federation;
using PostMoney.Benchmarks.Functions;
using PostMoney.Benchmarks.Node;

// node             a whole node as a process of its own
//   --program FILE --bare FILE   measures these, and publishes nothing
//   --data DIR                   keeps what was prepared, or takes what is there; good for ten hours, then rounds are due
//   --rounds N                   measures each page so often (7)
//   --only start,idle,load,requests,grants
// federation       a whole node among other servers, of which two hundred are made up
//   --program FILE --bare FILE --loopback FILE   measures these, and publishes nothing
//   --rounds N                   measures so often (5)
//   --only inbox,documents,home,deliveries
// allocation [FILE…]   the allocator on instances of alloc-bench/1; the shared ones where none is named. Files are called SCENARIO-SIZE-SEED
//   --only childcare,compute,tools,transport,rooms
// anything else    single functions, by the words of BenchmarkDotNet (--filter *Draw*)
if (args is ["node", ..])
{
    return await MeasureNode.ExecuteAsync(args);
}

if (args is ["federation", ..])
{
    return await MeasureFederation.ExecuteAsync(args);
}

if (args is ["allocation", ..])
{
    return MeasureAllocation.Execute(args);
}

BenchmarkSwitcher.FromAssembly(typeof(InThisProcess).Assembly).Run(args, new InThisProcess());
return 0;
