using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core.Posts.PassingOn;
using PostMoney.Core.Posts.Pins;
using PostMoney.Core.Posts.Threads;

namespace PostMoney.Core.Posts;

internal static class PostsModule
{
    internal static IServiceCollection AddPosts(this IServiceCollection services) => services
        .AddScoped<PublishPost>()
        .AddScoped<EditPost>()
        .AddScoped<DeletePost>()
        .AddScoped<ReactToPost>()
        .AddScoped<KeepPost>()
        .AddScoped<SendPost>()
        .AddScoped<CompanionPost>()
        .AddScoped<TakeInPost>()
        .AddScoped<PostDocuments>()
        .AddScoped<ShowPhoto>()
        .AddScoped<PinPost>()
        .AddScoped<OnPin>()
        .AddScoped<FeaturedDocument>()
        .AddScoped<WantThread>()
        .AddScoped<WalkCollection>()
        .AddScoped<ReadThread>()
        .AddSingleton<ReadWantedThreads>()
        .AddScoped<ThreadDocuments>()
        .AddScoped<PassOnInGroups>()
        .AddScoped<RemoveFromGroup>()
        .AddScoped<OnGroupAnnounce>()
        .AddScoped<OnCreatePost>()
        .AddScoped<OnUpdatePost>()
        .AddScoped<OnDeletePost>()
        .AddScoped<OnDeleteActor>()
        .AddScoped<OnReaction>()
        .AddScoped<OnUndoReaction>();
}
