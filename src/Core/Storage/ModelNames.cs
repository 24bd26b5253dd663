using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PostMoney.Core.Storage;

/// <summary>How types are written into the database: snake_case columns, lower-case names of states, UTC milliseconds.</summary>
internal static class ModelNames
{
    internal static void UseStorageTypes(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Guid>().HaveConversion<IdText>();
        conventions.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
    }

    internal static void UseStorageNames(this ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumText<>).MakeGenericType(type))!);
            }
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
