using Microsoft.EntityFrameworkCore;

namespace BorrowingWorkflow.Benchmarks.ByHand;

/// <summary>Requests, history and outbox by Entity Framework Core.</summary>
internal sealed class HandContext(DbContextOptions<HandContext> options) : DbContext(options)
{
    public DbSet<HandRequest> Requests => Set<HandRequest>();

    public DbSet<HandEvent> Events => Set<HandEvent>();

    public DbSet<HandEffect> Effects => Set<HandEffect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var request = modelBuilder.Entity<HandRequest>();
        request.HasKey(row => row.Id);
        request.Property(row => row.Version).IsConcurrencyToken();
        request.HasIndex(row => new { row.Status, row.EnteredAt });
        request.HasIndex(row => row.Patron);
        var item = modelBuilder.Entity<HandEvent>();
        item.HasKey(row => new { row.Request, row.Version });
        item.HasIndex(row => new { row.Request, row.Sender, row.MessageId }).IsUnique();
        var effect = modelBuilder.Entity<HandEffect>();
        effect.HasKey(row => row.Seq);
        effect.HasIndex(row => row.Id).IsUnique();
        effect.HasIndex(row => row.NotBefore).HasFilter("\"DoneAt\" IS NULL");
    }
}
