using Handler = System.Func<System.IServiceProvider, PostMoney.Core.Federation.Inbox.IActivityHandler>;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>Which handler understands which activity: by its type and the type of its object, such as <c>Undo Follow</c>, or by its type alone.</summary>
/// <remarks>Several under one name are asked in their order until one takes it; those of the longer name come first.</remarks>
public sealed class InboxHandlers(IReadOnlyDictionary<string, IReadOnlyList<Handler>> routes)
{
    internal IEnumerable<Handler> For(ReceivedActivity received)
    {
        var type = received.Activity.Type!;
        var inner = received.Activity.Object?.Type;
        return (inner is null ? [] : Named($"{type} {inner}")).Concat(Named(type));
    }

    private IEnumerable<Handler> Named(string name) => routes.TryGetValue(name, out var handlers) ? handlers : [];
}
