using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PostMoney.Core.Actors;
using PostMoney.Core.Allocation.Attestations;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Core.Allocation.Rounds;
using PostMoney.Core.Assignments;
using PostMoney.Core.Categories;
using PostMoney.Core.Federation.Inbox;
using PostMoney.Core.Federation.Outbox;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Governance;
using PostMoney.Core.Grants;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Maintenance;
using PostMoney.Core.Media;
using PostMoney.Core.Members;
using PostMoney.Core.Mirrors;
using PostMoney.Core.Moderation;
using PostMoney.Core.Needs;
using PostMoney.Core.Notifications;
using PostMoney.Core.Offers;
using PostMoney.Core.Outcomes;
using PostMoney.Core.Passports;
using PostMoney.Core.Posts;
using PostMoney.Core.Posts.PassingOn;
using PostMoney.Core.Posts.Pins;
using PostMoney.Core.Posts.Threads;
using PostMoney.Core.Queue;
using PostMoney.Core.Relations;
using PostMoney.Core.Sealing;
using PostMoney.Core.Search;
using PostMoney.Core.Storage;

namespace PostMoney.Core;

/// <summary>What a server stores.</summary>
public sealed class PostMoneyDb(DbContextOptions<PostMoneyDb> options) : DbContext(options)
{
    // The node itself
    internal DbSet<Setting> Settings => Set<Setting>();
    internal DbSet<NodeSecret> NodeSecrets => Set<NodeSecret>();
    internal DbSet<Job> Jobs => Set<Job>();
    internal DbSet<LogEntry> LogEntries => Set<LogEntry>();

    // People
    internal DbSet<HeldPassport> HeldPassports => Set<HeldPassport>();
    internal DbSet<Challenge> Challenges => Set<Challenge>();
    internal DbSet<Member> Members => Set<Member>();
    internal DbSet<ProfileField> ProfileFields => Set<ProfileField>();
    internal DbSet<Session> Sessions => Set<Session>();
    internal DbSet<Invitation> Invitations => Set<Invitation>();
    internal DbSet<Group> Groups => Set<Group>();
    internal DbSet<Relation> Relations => Set<Relation>();
    internal DbSet<Notification> Notifications => Set<Notification>();

    // The fediverse
    internal DbSet<Actor> Actors => Set<Actor>();
    internal DbSet<Follow> Follows => Set<Follow>();
    internal DbSet<Block> Blocks => Set<Block>();
    internal DbSet<BlockedHost> BlockedHosts => Set<BlockedHost>();
    internal DbSet<HostDomain> HostDomains => Set<HostDomain>();
    internal DbSet<HostRule> HostRules => Set<HostRule>();
    internal DbSet<RemoteHost> RemoteHosts => Set<RemoteHost>();
    internal DbSet<InboxItem> InboxItems => Set<InboxItem>();
    internal DbSet<SeenActivity> SeenActivities => Set<SeenActivity>();
    internal DbSet<OutboxActivity> OutboxActivities => Set<OutboxActivity>();
    internal DbSet<Delivery> Deliveries => Set<Delivery>();

    internal DbSet<MirroredItem> MirroredItems => Set<MirroredItem>();

    // What people say
    internal DbSet<Post> Posts => Set<Post>();
    internal DbSet<PostVersion> PostVersions => Set<PostVersion>();
    internal DbSet<PostReader> PostReaders => Set<PostReader>();
    internal DbSet<PostTag> PostTags => Set<PostTag>();
    internal DbSet<Reaction> Reactions => Set<Reaction>();
    internal DbSet<Bookmark> Bookmarks => Set<Bookmark>();
    internal DbSet<GroupPost> GroupPosts => Set<GroupPost>();
    internal DbSet<PinnedPost> PinnedPosts => Set<PinnedPost>();
    internal DbSet<ThreadReading> ThreadReadings => Set<ThreadReading>();
    internal DbSet<PostAttachment> PostAttachments => Set<PostAttachment>();
    internal DbSet<Photo> Photos => Set<Photo>();
    internal DbSet<PhotoFile> PhotoFiles => Set<PhotoFile>();

    // What stewards are told and decide
    internal DbSet<Report> Reports => Set<Report>();
    internal DbSet<ReportedPost> ReportedPosts => Set<ReportedPost>();
    internal DbSet<ReportNote> ReportNotes => Set<ReportNote>();
    internal DbSet<Sanction> Sanctions => Set<Sanction>();

    // Needs and offers
    internal DbSet<Category> Categories => Set<Category>();
    internal DbSet<Item> Items => Set<Item>();
    internal DbSet<Need> Needs => Set<Need>();
    internal DbSet<Offer> Offers => Set<Offer>();
    internal DbSet<ItemVersion> ItemVersions => Set<ItemVersion>();
    internal DbSet<SealedPart> SealedParts => Set<SealedPart>();
    internal DbSet<WrappedKey> DataKeys => Set<WrappedKey>();
    internal DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    internal DbSet<UnitUse> UnitUses => Set<UnitUse>();

    // From need to outcome
    internal DbSet<Policy> Policies => Set<Policy>();
    internal DbSet<Pool> Pools => Set<Pool>();
    internal DbSet<NeedWish> NeedWishes => Set<NeedWish>();
    internal DbSet<PoolPlace> PoolPlaces => Set<PoolPlace>();
    internal DbSet<Attestation> Attestations => Set<Attestation>();
    internal DbSet<Round> Rounds => Set<Round>();
    internal DbSet<DrawnLine> DrawnLines => Set<DrawnLine>();
    internal DbSet<RoundVoiding> RoundVoidings => Set<RoundVoiding>();
    internal DbSet<Assignment> Assignments => Set<Assignment>();
    internal DbSet<AssignmentStep> AssignmentSteps => Set<AssignmentStep>();
    internal DbSet<KeyGrant> KeyGrants => Set<KeyGrant>();
    internal DbSet<GrantAttempt> GrantAttempts => Set<GrantAttempt>();
    internal DbSet<Outcome> Outcomes => Set<Outcome>();
    internal DbSet<MaintenanceTicket> MaintenanceTickets => Set<MaintenanceTicket>();

    /// <summary>Begins a change: alone until it is saved or given up.</summary>
    internal Task<Change> BeginChangeAsync(CancellationToken ct) =>
        Change.BeginAsync(this, this.GetService<WriteGate>(), ct);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseStorageTypes();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Setting>().ToTable("settings").HasKey(setting => setting.Name);
        modelBuilder.Entity<NodeSecret>().ToTable("node_secrets").HasKey(secret => secret.Name);
        modelBuilder.Entity<Job>().ToTable("jobs");
        modelBuilder.Entity<LogEntry>().ToTable("log_entries").HasKey(entry => entry.Position);
        modelBuilder.Entity<LogEntry>().Property(entry => entry.Position).ValueGeneratedNever();

        modelBuilder.Entity<HeldPassport>().ToTable("held_passports").HasKey(held => held.Did);
        modelBuilder.Entity<Challenge>().ToTable("challenges").HasKey(challenge => challenge.NonceHash);
        modelBuilder.Entity<Member>().ToTable("members");
        modelBuilder.Entity<ProfileField>().ToTable("profile_fields").HasKey(field => new { field.MemberId, field.Position });
        modelBuilder.Entity<Session>().ToTable("sessions").HasKey(session => session.IdHash);
        modelBuilder.Entity<Invitation>().ToTable("invitations");
        modelBuilder.Entity<Group>().ToTable("groups");
        modelBuilder.Entity<Relation>().ToTable("relations");
        modelBuilder.Entity<Notification>().ToTable("notifications");

        modelBuilder.Entity<Actor>().ToTable("actors").Ignore(actor => actor.IsLocal).Ignore(actor => actor.Address).Ignore(actor => actor.DeliverTo);
        modelBuilder.Entity<Follow>().ToTable("follows");
        modelBuilder.Entity<Block>().ToTable("blocks");
        modelBuilder.Entity<BlockedHost>().ToTable("blocked_hosts").HasKey(blocked => new { blocked.ActorId, blocked.Host });
        modelBuilder.Entity<HostDomain>().ToTable("host_domains").HasKey(name => new { name.Host, name.Domain });
        modelBuilder.Entity<HostRule>().ToTable("host_rules").HasKey(rule => rule.Host);
        modelBuilder.Entity<RemoteHost>().ToTable("remote_hosts").HasKey(host => host.Host);
        modelBuilder.Entity<InboxItem>().ToTable("inbox_items");
        modelBuilder.Entity<SeenActivity>().ToTable("seen_activities").HasKey(seen => seen.UriHash);
        modelBuilder.Entity<OutboxActivity>().ToTable("outbox_activities");
        modelBuilder.Entity<Delivery>().ToTable("deliveries");
        modelBuilder.Entity<MirroredItem>().ToTable("mirrored_items");

        modelBuilder.Entity<Post>().ToTable("posts");
        modelBuilder.Entity<PostVersion>().ToTable("post_versions").HasKey(version => new { version.PostId, version.Version });
        modelBuilder.Entity<PostReader>().ToTable("post_readers").HasKey(reader => new { reader.PostId, reader.ActorId });
        modelBuilder.Entity<PostTag>().ToTable("post_tags").HasKey(tag => new { tag.Tag, tag.PostId });
        modelBuilder.Entity<Reaction>().ToTable("reactions");
        modelBuilder.Entity<Bookmark>().ToTable("bookmarks").HasKey(kept => new { kept.MemberId, kept.PostId });
        modelBuilder.Entity<PinnedPost>().ToTable("pinned_posts").HasKey(pin => new { pin.ActorId, pin.PostId });
        modelBuilder.Entity<GroupPost>().ToTable("group_posts").HasKey(passed => new { passed.ActorId, passed.PostId });
        modelBuilder.Entity<ThreadReading>().ToTable("thread_readings").HasKey(reading => reading.PostId);
        modelBuilder.Entity<PostAttachment>().ToTable("post_attachments").HasKey(file => new { file.PostId, file.Position });
        modelBuilder.Entity<Photo>().ToTable("photos");
        modelBuilder.Entity<PhotoFile>().ToTable("photo_files").HasKey(file => new { file.PhotoId, file.Width });

        modelBuilder.Entity<Report>().ToTable("reports").Ignore(report => report.IsOpen);
        modelBuilder.Entity<ReportedPost>().ToTable("reported_posts").HasKey(reported => new { reported.ReportId, reported.PostId });
        modelBuilder.Entity<ReportNote>().ToTable("report_notes");
        modelBuilder.Entity<Sanction>().ToTable("sanctions");

        modelBuilder.Entity<Category>().ToTable("categories");
        modelBuilder.Entity<Item>().ToTable("items").HasDiscriminator(item => item.Kind)
            .HasValue<Need>(ItemKind.Need)
            .HasValue<Offer>(ItemKind.Offer);
        modelBuilder.Entity<Item>().Ignore(item => item.Window).Ignore(item => item.Urn).Ignore(item => item.HasPayload);
        modelBuilder.Entity<ItemVersion>().ToTable("item_versions").HasKey(version => new { version.ItemId, version.Version });
        modelBuilder.Entity<SealedPart>().ToTable("sealed_parts").HasKey(part => new { part.ItemId, part.Version, part.Name });
        modelBuilder.Entity<WrappedKey>().ToTable("data_keys");
        modelBuilder.Entity<SearchEntry>().ToTable("search_entries");
        modelBuilder.Entity<UnitUse>().ToTable("unit_uses");

        modelBuilder.Entity<Policy>().ToTable("policies");
        modelBuilder.Entity<Pool>().ToTable("pools");
        modelBuilder.Entity<NeedWish>().ToTable("need_wishes").Ignore(wish => wish.Window).HasKey(wish => new { wish.NeedId, wish.Place });
        modelBuilder.Entity<PoolPlace>().ToTable("pool_places").HasKey(place => new { place.PoolId, place.MemberId });
        modelBuilder.Entity<Attestation>().ToTable("attestations");
        modelBuilder.Entity<Round>().ToTable("rounds");
        modelBuilder.Entity<DrawnLine>().ToTable("drawn_lines").HasKey(line => new { line.RoundId, line.NeedId });
        modelBuilder.Entity<RoundVoiding>().ToTable("round_voidings").HasKey(voiding => voiding.RoundId);
        modelBuilder.Entity<Assignment>().ToTable("assignments").Ignore(assignment => assignment.Window).Ignore(assignment => assignment.IsLive);
        modelBuilder.Entity<AssignmentStep>().ToTable("assignment_steps");
        modelBuilder.Entity<KeyGrant>().ToTable("key_grants");
        modelBuilder.Entity<GrantAttempt>().ToTable("grant_attempts");
        modelBuilder.Entity<Outcome>().ToTable("outcomes");
        modelBuilder.Entity<MaintenanceTicket>().ToTable("maintenance_tickets");
        modelBuilder.UseStorageNames();
    }
}
