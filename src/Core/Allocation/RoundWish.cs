using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation;

/// <summary>A window that a need could be served in.</summary>
/// <param name="Window">When; the whole of it, on one unit.</param>
/// <param name="LastUseEnd">End of the person's last use in the pool that began before this window does; for the cooldown.</param>
/// <param name="NextUseFrom">Start of the person's next use already promised in the pool, at or after this window; for the cooldown.</param>
public sealed record RoundWish(Window Window, DateTimeOffset? LastUseEnd = null, DateTimeOffset? NextUseFrom = null);
