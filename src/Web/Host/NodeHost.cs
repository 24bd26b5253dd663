using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PostMoney.Core;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;
using PostMoney.Jobs;
using PostMoney.Web.Assets;
using PostMoney.Web.Federation;
using PostMoney.Web.Feeds;
using PostMoney.Web.Photos;
using PostMoney.Web.Publishing;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Host;

/// <summary>Puts a node together: its services, and the order in which a request passes through.</summary>
public static class NodeHost
{
    /// <summary>Most bytes of a form that has no limit of its own: 1 MiB.</summary>
    internal const long MostOfForm = 1024 * 1024;

    /// <summary>A node that is ready to run. The database is made or brought up to date first.</summary>
    /// <param name="options">What the operator said.</param>
    /// <param name="configure">A last word on services, for tests.</param>
    public static WebApplication Build(NodeOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(NodeHost).Assembly.GetName().Name });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        AddServices(builder.Services, options);
        configure?.Invoke(builder);

        var app = builder.Build();
        SchemaFiles.Apply(app.Services.GetRequiredService<DatabaseFile>());
        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, NodeOptions options)
    {
        OwnerOnly.MakeFolder(options.DataDirectory);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Randomness, SystemRandomness>();
        services.AddCore(new DatabaseFile(options.DatabasePath), NodeKey.LoadOrCreate(options.KeyPath, new SystemRandomness()), options.Origin ?? options.Urls.Split(';')[0]);
        services.AddJobs();
        services.AddSingleton<AssetFiles>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<KeptDocuments>();
        services.AddScoped<Visit>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<ItemFormParts>();
        services.AddHttpContextAccessor();
        services.AddHostedService<GiveMemoryBack>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddRateLimiter(SignInLimits.Add);
        services.Configure<RateLimiterOptions>(VerifyLimits.Add);
        services.AddOptions<KeyManagementOptions>()
            .Configure<SessionKeyWrapping>((keys, wrapping) => keys.XmlEncryptor = new SessionKeyEncryptor(wrapping));
        OwnerOnly.MakeFolder(options.SessionKeysPath);
        services.AddDataProtection()
            .SetApplicationName("PostMoney")
            .PersistKeysToFileSystem(new DirectoryInfo(options.SessionKeysPath));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = options.IsSecure ? "__Host-form" : "form";
            antiforgery.Cookie.SecurePolicy = options.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.Path = "/";
            antiforgery.HeaderName = "RequestVerificationToken";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddRazorPages(PageRules.Add).AddMvcOptions(PlainBinding.Use);
    }

    private static void Use(WebApplication app)
    {
        TrustedProxy.Use(app, app.Services.GetRequiredService<NodeOptions>());
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler("/oops/500");
        app.UseMiddleware<RequestGate>();
        app.UseMiddleware<AssetServing>();
        app.UseStatusCodePagesWithReExecute("/oops/{0}");
        app.UseMiddleware<DocumentDoor>();
        app.UseMiddleware<ActorDoor>();
        app.UseRouting();
        app.UseMiddleware<VisitBegins>();
        app.UseMiddleware<RightSize>();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapHealthChecks("/healthz");
        app.MapServerDoor();
        app.MapFeeds();
        app.MapPhotos();
        app.MapRobots();
        app.MapRazorPages();
    }

    // Figures: docs/operators.md. A record is 64 KiB at most and a form less; imports and photos have limits of their own.
    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostOfForm;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MaxConcurrentConnections = 1_000;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1_000, TimeSpan.FromSeconds(3));
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.Http2.MaxStreamsPerConnection = 32;
    }
}
