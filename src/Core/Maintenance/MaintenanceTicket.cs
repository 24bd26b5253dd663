using PostMoney.Core.Foundation;

namespace PostMoney.Core.Maintenance;

/// <summary>A unit is out of the pool until somebody has looked after it.</summary>
public sealed class MaintenanceTicket
{
    // Assess → Repair → Resolved
    //    ↘        ↘ → Retired     (it does not come back)
    private static readonly Dictionary<TicketState, TicketState[]> _next = new()
    {
        [TicketState.Assess] = [TicketState.Repair, TicketState.Resolved, TicketState.Retired],
        [TicketState.Repair] = [TicketState.Resolved, TicketState.Retired],
        [TicketState.Resolved] = [],
        [TicketState.Retired] = [],
    };

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it: MT-1, MT-2 …</summary>
    public required int Number { get; init; }

    /// <summary>The offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>The unit, from 1.</summary>
    public required int Unit { get; init; }

    /// <summary>The time that the unit is taken for it.</summary>
    public required Guid UseId { get; init; }

    /// <summary>The outcome that told of it, or null.</summary>
    public Guid? OutcomeId { get; init; }

    /// <summary>Where it stands.</summary>
    public TicketState State { get; private set; } = TicketState.Assess;

    /// <summary>What is wrong.</summary>
    public required string Problem { get; init; }

    /// <summary>What was done; may be empty.</summary>
    public string Note { get; set; } = "";

    /// <summary>Who told.</summary>
    public required Guid OpenedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who resolved or retired it.</summary>
    public Guid? ResolvedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Moves on to another state.</summary>
    internal Result<Done> MoveTo(TicketState state, Guid by, DateTimeOffset at)
    {
        if (!_next[State].Contains(state))
        {
            return TicketRefusals.NotAnyMore;
        }

        State = state;
        if (state is TicketState.Resolved or TicketState.Retired)
        {
            (ResolvedBy, ResolvedAt) = (by, at);
        }

        return Done.Value;
    }
}

/// <summary>Where a ticket stands.</summary>
public enum TicketState
{
    /// <summary>Somebody has to look at it.</summary>
    Assess,

    /// <summary>It is being repaired.</summary>
    Repair,

    /// <summary>It is back in the pool.</summary>
    Resolved,

    /// <summary>It does not come back.</summary>
    Retired,
}

/// <summary>Why a ticket is not opened or moved.</summary>
public static class TicketRefusals
{
    /// <summary>There is no such ticket, or not for them.</summary>
    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "ticket.not-found", "There is no such ticket.");

    /// <summary>It is in another state by now.</summary>
    public static Refusal NotAnyMore { get; } = new(
        RefusalKind.Conflict, "ticket.not-any-more", "That is not possible any more. Please look at it again.");

    /// <summary>What is wrong is missing or too long.</summary>
    public static Refusal Problem { get; } = new(
        RefusalKind.Invalid, "ticket.problem", "Say in 3 to 500 characters what is wrong.", "Problem");

    /// <summary>No offer was chosen, or none that is theirs to look after.</summary>
    public static Refusal NoOffer { get; } = new(RefusalKind.Invalid, "ticket.no-offer", "Choose what is broken.", "Offer");

    /// <summary>There is no such unit, or it has a ticket.</summary>
    public static Refusal Unit { get; } = new(
        RefusalKind.Invalid, "ticket.unit", "There is no such unit, or it has a ticket already.", "Unit");
}
