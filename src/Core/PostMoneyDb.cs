using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PostMoney.Core.Categories;
using PostMoney.Core.Grants;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Log;
using PostMoney.Core.Members;
using PostMoney.Core.Notifications;
using PostMoney.Core.Offers;
using PostMoney.Core.Passports;
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
    internal DbSet<Session> Sessions => Set<Session>();
    internal DbSet<Invitation> Invitations => Set<Invitation>();
    internal DbSet<Group> Groups => Set<Group>();
    internal DbSet<Relation> Relations => Set<Relation>();
    internal DbSet<Notification> Notifications => Set<Notification>();

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
    internal DbSet<KeyGrant> KeyGrants => Set<KeyGrant>();
    internal DbSet<GrantAttempt> GrantAttempts => Set<GrantAttempt>();

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
        modelBuilder.Entity<Session>().ToTable("sessions").HasKey(session => session.IdHash);
        modelBuilder.Entity<Invitation>().ToTable("invitations");
        modelBuilder.Entity<Group>().ToTable("groups");
        modelBuilder.Entity<Relation>().ToTable("relations");
        modelBuilder.Entity<Notification>().ToTable("notifications");

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

        modelBuilder.Entity<KeyGrant>().ToTable("key_grants");
        modelBuilder.Entity<GrantAttempt>().ToTable("grant_attempts");
        modelBuilder.UseStorageNames();
    }
}
