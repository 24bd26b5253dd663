using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PostMoney.ActivityStreams.Http.Signatures;

namespace PostMoney.Core.Storage;

/// <summary>How types are written into the database: snake_case columns, lower-case names of states, UTC milliseconds.</summary>
internal static class ModelNames
{
    internal static void UseStorageTypes(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Guid>().HaveConversion<IdText>();
        conventions.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();

        // Said before the model is built: otherwise EF Core first makes converters to numbers for each kind of enum, and throws them away.
        foreach (var type in typeof(ModelNames).Assembly.GetTypes().Where(type => type.IsEnum).Append(typeof(SignatureScheme)))
        {
            conventions.Properties(type).HaveConversion(typeof(EnumText<>).MakeGenericType(type));
        }
    }

    internal static void UseStorageNames(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private sealed class IdText() : ValueConverter<Guid, string>(id => id.ToString("D"), text => Guid.ParseExact(text, "D"));

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));

    private sealed class EnumText<T>() : ValueConverter<T, string>(
        value => value.ToString().ToLowerInvariant(), text => Enum.Parse<T>(text, true))
        where T : struct, Enum;
}
